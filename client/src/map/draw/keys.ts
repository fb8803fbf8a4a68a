import type { Position } from "geojson";
import { active, finish, geometry, isBegun, mode } from "../../drawing/editor.ts";
import { verticesAt } from "../../drawing/geometry.ts";
import { hasDrawnNothingOn, redoStep, stepBack, undoStep } from "../../drawing/steps.ts";
import { chooseNext, deleteActive, insertAfterActive, moveActive, moveActiveBy } from "../../drawing/vertices.ts";
import { moveWhole, turnWhole } from "../../drawing/whole.ts";
import { isComposing } from "../../keyboard/keyboard.ts";
import type { Point } from "../../symbols/primitives.ts";

type On = {
  toPixels: (position: Position) => Point;
  toPosition: (point: Point) => Position;
  useCrosshair: (is: boolean) => void;
  isByCrosshair: () => boolean;
  placeThere: () => void;
  /** Moves the map by pixels, without an animation. */
  panBy: (by: Point) => void;
  metresPerPixel: () => number;
};

/** To the right and down, as arrows go. */
const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const FAR_PX = 10;
const PAN_PX = 96;
const METRE = 1;
const FINE_M = 0.1;
const FAR_DEGREES = 10;
const FINE_DEGREES = 0.1;

const isWhole = () => mode.peek() === "whole";

/** All of drawing by keyboard: while the map has the focus, and undo, redo and Esc wherever it is. */
export function startKeys(container: HTMLElement, on: On) {
  const moveBy = ([x, y]: Point, event: KeyboardEvent) => {
    const at = active.peek();
    const position = at && verticesAt(geometry.peek(), at)[at.index];
    if (!position) return;
    if (event.altKey) {
      const step = event.shiftKey ? FINE_M : METRE;
      moveActiveBy(x * step, -y * step);
    } else {
      const step = event.shiftKey ? FAR_PX : 1;
      const [left, top] = on.toPixels(position);
      moveActive(on.toPosition([left + x * step, top + y * step]));
    }
  };
  /** The map moves below the crosshair, at once: Enter places what is there now. */
  const aimBy = ([x, y]: Point, event: KeyboardEvent) => {
    const step = event.altKey ? 1 : event.shiftKey ? FAR_PX : PAN_PX;
    on.panBy([x * step, y * step]);
    on.useCrosshair(true);
  };
  /** All of it goes where the arrows say, and turns by the keys of pages. */
  const moveWholeBy = ([x, y]: Point, event: KeyboardEvent) => {
    const step = event.altKey ? (event.shiftKey ? FINE_M : METRE) : on.metresPerPixel() * (event.shiftKey ? FAR_PX : 1);
    moveWhole(x * step, -y * step);
  };
  const turnBy = (direction: 1 | -1, event: KeyboardEvent) =>
    turnWhole(direction * (event.altKey ? FINE_DEGREES : event.shiftKey ? FAR_DEGREES : 1));
  const enter = () => {
    // by the pointer the corners are pressed, and Enter ends; without one it places them
    if (isBegun.peek() && !on.isByCrosshair() && !hasDrawnNothingOn()) finish();
    else on.placeThere();
  };
  const remove = () => {
    if (active.peek()) deleteActive();
    else if (isBegun.peek()) stepBack();
  };
  const acts: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    Enter: enter,
    Delete: remove,
    Backspace: remove,
    Insert: insertAfterActive,
    PageDown: (event) => (isWhole() ? turnBy(1, event) : chooseNext(1)),
    PageUp: (event) => (isWhole() ? turnBy(-1, event) : chooseNext(-1)),
  };

  const onMap = (event: KeyboardEvent) => {
    if (event.target !== container || isComposing(event) || event.ctrlKey || event.metaKey) return;
    const arrow = arrows[event.key];
    const move = isWhole() ? moveWholeBy : active.peek() ? moveBy : aimBy;
    const act = arrow ? () => move(arrow, event) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    // the map itself would move
    event.stopPropagation();
    act(event);
  };
  const onPage = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
    if (event.key === "Escape") {
      if (stepBack()) event.preventDefault();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = key === "y" || (key === "z" && event.shiftKey) ? redoStep : key === "z" ? undoStep : null;
    if (!act) return;
    event.preventDefault();
    act();
  };
  container.addEventListener("keydown", onMap, true);
  return { onPage, stop: () => container.removeEventListener("keydown", onMap, true) };
}
