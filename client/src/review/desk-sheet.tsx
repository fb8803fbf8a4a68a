import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { isSignedInAs } from "../account/session.ts";
import { SideSheet } from "../changes/side-sheet.tsx";
import { queueOpen, reviewing } from "../changes/view.ts";
import { t } from "../language/t.ts";
import { queueOnLeft } from "../layout/layout.ts";
import { beginOnMap } from "./on-map.ts";
import { Desk } from "./parts/desk.tsx";
import { pressedLetter } from "./parts/desk-keys.ts";
import { letterOf } from "./queue.ts";
import "./parts/words.ts";
import "./review.css";

/** One change set with all it changes, on the map too while it stands open: for who reviews it, and for who has submitted it. */
export function DeskSheet() {
  const id = reviewing.value;
  return id === null ? null : <Sheet key={id} id={id} />;
}

function Sheet({ id }: { id: number }) {
  const title = useSignal("");
  useEffect(beginOnMap, []);
  const isAlone = !queueOpen.value || queueOnLeft.value;
  return (
    <SideSheet
      kind="review-desk"
      label={t("review.desk")}
      title={title.value || t("review.desk")}
      back={isAlone ? undefined : t("review.back_to_queue")}
      onKey={(event) => {
        const letter = letterOf(event);
        if (letter && pressedLetter(letter, event.currentTarget as HTMLElement)) event.preventDefault();
      }}
      close={() => {
        reviewing.value = null;
      }}
    >
      <NeedsRole name={isSignedInAs("reviewer") ? "reviewer" : "staff"}>
        {(who) => <Desk id={id} who={who} title={title} />}
      </NeedsRole>
    </SideSheet>
  );
}
