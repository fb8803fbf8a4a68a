import { useSignal, useSignalEffect } from "@preact/signals";
import { t } from "../../language/t.ts";
import { width } from "../../layout/layout.ts";
import { isWeighed } from "../ask.ts";
import { asked, musts, UNKNOWN_COUNTS, unknownCounts, weights } from "../view.ts";
import { MustHaves } from "./must-haves.tsx";
import { Weights } from "./weights.tsx";
import "./conditions.css";

/** What excludes and what weighs; on a phone a line that says what is set, so that the answer is seen first. */
export function Conditions() {
  if (width.value === "phone") return <Folded />;
  return (
    <>
      <MustHaves />
      <Weights />
    </>
  );
}

/** Open as long as there is no answer to be seen; a new question folds it, what is set inside it does not. */
function Folded() {
  const open = useSignal(!isAnswered());
  useSignalEffect(() => {
    void asked.value;
    open.value = !isAnswered();
  });
  return (
    <details
      class="match-conditions"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{said().join(" · ")}</summary>
      <div class="match-section">
        <MustHaves />
        <Weights />
      </div>
    </details>
  );
}

const isAnswered = (): boolean => (asked.peek() !== null || musts.peek().length > 0) && isWeighed.peek();

/** What differs from what everybody begins with. */
function said(): string[] {
  const count = musts.value.length;
  return [
    count === 0 ? t("parks.musts_none") : t("parks.musts_set", { count }),
    t(Object.keys(weights.value).length === 0 ? "parks.weights_usual" : "parks.weights_changed"),
    ...(unknownCounts.value === UNKNOWN_COUNTS[0]
      ? []
      : [t("parks.unknown_set", { how: t(`parks.unknown_${unknownCounts.value}` as const) })]),
  ];
}
