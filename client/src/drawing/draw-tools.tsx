import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { CornersInput } from "../corners/corners-input.tsx";
import { isComposing } from "../keyboard/keyboard.ts";
import { type Key, t } from "../language/t.ts";
import { DrawBar } from "./draw-bar.tsx";
import { snappedToSchematic } from "./editor.ts";
import { NextEdge } from "./next-edge.tsx";
import { AreaForm } from "./parts/area-form.tsx";
import { CopyForm } from "./parts/copy-form.tsx";
import { CornerForm } from "./parts/corner-form.tsx";
import { WholeForm } from "./parts/whole-form.tsx";
import { drawsAreas, type Mode } from "./place.ts";
import { REFUSALS, said } from "./said.ts";
import "./parts/draw-keys.ts";
import "./parts/words.ts";
import "./drawing.css";

/** What has more to say than a button; one is open at a time. */
const PANELS: readonly { title: Key; Panel: FunctionComponent; isOfAreas: boolean }[] = [
  { title: "corners.title", Panel: CornersInput, isOfAreas: true },
  { title: "draw.area_title", Panel: AreaForm, isOfAreas: true },
  { title: "draw.whole_title", Panel: WholeForm, isOfAreas: false },
  { title: "draw.copy_title", Panel: CopyForm, isOfAreas: true },
];
const opened = signal<Key | null>(null);

/** Enter in a field here is no wish to submit the form that all of this may stand in. */
const keepEnter = (event: KeyboardEvent) => {
  if (event.key === "Enter" && !isComposing(event) && event.target instanceof HTMLInputElement) event.preventDefault();
};

/** All that draws, for a page with a drawing; `hasBar` unless it floats over the map (`DrawFloat`): the bar, the next edge and the corner that is chosen by their figures, and what opens below. */
export function DrawTools({ modes, hasBar = true }: { modes: readonly Mode[]; hasBar?: boolean }) {
  const panels = PANELS.filter(({ isOfAreas }) => !isOfAreas || drawsAreas(modes));
  const open = panels.find(({ title }) => title === opened.value);
  const refusal = REFUSALS.find((code) => code === said.value?.code);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it keeps a key from the form around, and is no control
    <div class="draw-tools" onKeyDown={keepEnter}>
      {hasBar && <DrawBar modes={modes} />}
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, and no fieldset of a form */}
      <div class="draw-more" role="group" aria-label={t("draw.tools")}>
        {panels.map(({ title }) => (
          <button
            key={title}
            type="button"
            class="button"
            aria-expanded={opened.value === title}
            onClick={() => {
              opened.value = opened.value === title ? null : title;
            }}
          >
            {t(title)}
          </button>
        ))}
      </div>
      {open && (
        <section class="draw-panel" key={open.title} aria-label={t(open.title)}>
          <open.Panel />
        </section>
      )}
      <NextEdge />
      <CornerForm />
      {refusal && <p class="draw-refused">{t(`draw.said_${refusal}` as Key)}</p>}
      {snappedToSchematic.value && <p class="note">{t("draw.on_schematic")}</p>}
    </div>
  );
}
