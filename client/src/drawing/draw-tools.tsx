import { signal } from "@preact/signals";
import { CornersInput } from "../corners/corners-input.tsx";
import { type Key, t } from "../language/t.ts";
import { DrawBar } from "./draw-bar.tsx";
import { NextEdge } from "./next-edge.tsx";
import type { Mode } from "./place.ts";
import "./parts/words.ts";
import "./drawing.css";

/** What has more to say than a button; one is open at a time. */
const panels = { corners: CornersInput } as const;
type Panel = keyof typeof panels;
const titles: Record<Panel, Key> = { corners: "corners.title" };
const opened = signal<Panel | null>(null);

/** All that draws, for a page with a drawing: the bar, the next edge by its figures, and what opens below. */
export function DrawTools({ modes }: { modes: readonly Mode[] }) {
  const Open = opened.value && panels[opened.value];
  return (
    <div class="draw-tools">
      <DrawBar modes={modes} />
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, and no fieldset of a form */}
      <div class="draw-more" role="group" aria-label={t("draw.tools")}>
        {(Object.keys(panels) as Panel[]).map((panel) => (
          <button
            key={panel}
            type="button"
            class="button"
            aria-expanded={opened.value === panel}
            onClick={() => {
              opened.value = opened.value === panel ? null : panel;
            }}
          >
            {t(titles[panel])}
          </button>
        ))}
      </div>
      {Open && (
        <section class="draw-panel" aria-label={t(titles[opened.value as Panel])}>
          <Open />
        </section>
      )}
      <NextEdge />
    </div>
  );
}
