import { effect } from "@preact/signals";
import { isSmall, whereabouts } from "../controls/frame.ts";
import { width } from "../layout/layout.ts";
import { page, tab } from "../layout/view.ts";
import { reading } from "../reading/view.ts";
import { selection } from "../selection/view.ts";
import { tool } from "../viewport/tool.ts";

/** Tells the controls what they have to know of the page around them. */
export function startControlsFrame(): void {
  effect(() => {
    isSmall.value = width.value === "phone";
  });
  effect(() => {
    whereabouts.value = JSON.stringify([page.value, tab.value, tool.value, reading.value, selection.value]);
  });
}
