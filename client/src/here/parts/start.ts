import { batch, effect, signal, untracked } from "@preact/signals";
import { geometry, isBegun, isEmpty, open } from "../../drawing/editor.ts";
import { type Drawn, EMPTY_AREA } from "../../drawing/geometry.ts";
import { type KeptDrawing, keepDrawing } from "../../drawing/kept.ts";
import { page } from "../../layout/view.ts";
import { startAsking } from "../../site-check/asking.ts";
import { tabName } from "../../storage/tab.ts";
import { DRAW_TOOL, NO_TOOL, tool } from "../../viewport/tool.ts";
import { parseQuestion, serialiseQuestion } from "../question.ts";
import { question } from "../view.ts";

/** Keeps the drawing and the question of the link in step, and the tool in hand, until the page is left. */
export const kept = signal<KeptDrawing | null>(null);

export function startHere(): () => void {
  if (parseQuestion(question.peek()) === null && isEmpty(geometry.peek())) open(EMPTY_AREA, "point");
  const stops = [
    effect(() => {
      const asked = question.value;
      untracked(() => show(parseQuestion(asked)));
    }),
    effect(() => {
      const drawn = geometry.value;
      if (isBegun.value) return;
      untracked(() => {
        question.value = serialiseQuestion(isEmpty(drawn) ? null : drawn);
      });
    }),
    effect(() => {
      if (tool.value === NO_TOOL) tool.value = DRAW_TOOL;
    }),
    startAsking(),
  ];
  // of this tab: what is drawn here belongs to nobody, and another visit begins anew
  const keeping = keepDrawing(`here ${tabName()}`, () => question.peek());
  kept.value = keeping;
  return () =>
    batch(() => {
      for (const stop of stops) stop();
      kept.value = null;
      void keeping.stop();
      if (tool.peek() === DRAW_TOOL) tool.value = NO_TOOL;
      // another page has its own link
      if (page.peek() !== "here") question.value = "";
    });
}

/** What a link asks about takes the place of what is drawn; without a question what was drawn before stands there again. */
function show(asked: Drawn | null): void {
  if (asked && serialiseQuestion(asked) !== serialiseQuestion(geometry.value)) open(asked);
}
