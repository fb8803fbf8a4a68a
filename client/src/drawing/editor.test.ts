import { beforeEach, describe, expect, it } from "vitest";
import {
  active,
  aim,
  begun,
  clear,
  finish,
  geometry,
  isBegun,
  log,
  mode,
  open,
  place,
  shown,
  takeMode,
} from "./editor.ts";
import { EMPTY_AREA, ofParts, partsOf, ringOf } from "./geometry.ts";
import { said } from "./said.ts";
import { redoStep, stepBack, undoStep } from "./steps.ts";
import { chooseNext, deleteActive, deleteActiveRing, drawOn, insertAfterActive, moveActive } from "./vertices.ts";

const a = [116.6, 35.4];
const b = [116.61, 35.4];
const c = [116.61, 35.41];
const d = [116.6, 35.41];
const draw = (...corners: number[][]) => {
  for (const corner of corners) place(corner);
};

beforeEach(() => open(EMPTY_AREA));

describe("drawing", () => {
  it("goes corner by corner, with the one that is aimed at shown and not yet there", () => {
    draw(a, b);
    aim.value = c;
    expect(shown.value).toEqual(ofParts([[ringOf([a, b, c])]]));
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b])]]));
    aim.value = null;
    draw(c);
    expect(finish()).toBe(true);
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c])]]));
    expect([mode.value, isBegun.value]).toEqual(["edit", false]);
  });

  it("is not finished with two corners, and says so", () => {
    draw(a, b);
    expect(finish()).toBe(false);
    expect(said.value?.code).toBe("too_few");
    takeMode("point");
    expect(mode.value).toBe("polygon");
  });

  it("draws a line, which two points are enough for, and undo goes on where finishing was", () => {
    takeMode("line");
    draw(a);
    expect(finish()).toBe(false);
    expect(said.value?.code).toBe("too_few_of_line");
    draw(b, c);
    aim.value = d;
    expect(shown.value).toEqual({ type: "LineString", coordinates: [a, b, c, d] });
    aim.value = null;
    expect(finish()).toBe(true);
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [a, b, c] });
    for (let i = 0; i < 2; i++) undoStep();
    expect([mode.value, isBegun.value]).toEqual(["line", true]);
    draw(d);
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [a, d] });
    for (let i = 0; i < 2; i++) undoStep();
    expect([geometry.value, isBegun.value]).toEqual([EMPTY_AREA, false]);
  });

  it("draws a line on from either of its ends, and Esc lets go of it without a step back", () => {
    const at = (index: number) => ({ part: 0, ring: 0, index });
    open({ type: "LineString", coordinates: [a, b] }, "line");
    active.value = at(0);
    drawOn();
    aim.value = d;
    expect(shown.value).toEqual({ type: "LineString", coordinates: [d, a, b] });
    aim.value = null;
    draw(d);
    finish();
    active.value = at(2);
    insertAfterActive();
    draw(c);
    expect(stepBack()).toBe(true);
    expect([geometry.value, isBegun.value]).toEqual([{ type: "LineString", coordinates: [d, a, b] }, true]);
    expect(stepBack()).toBe(true);
    expect([geometry.value, isBegun.value, mode.value]).toEqual([
      { type: "LineString", coordinates: [d, a, b] },
      false,
      "edit",
    ]);
  });

  it("undo lets go of a line that was drawn on by nothing", () => {
    open({ type: "LineString", coordinates: [a, b] }, "line");
    active.value = { part: 0, ring: 0, index: 1 };
    moveActive(c);
    drawOn();
    undoStep();
    expect([geometry.value, isBegun.value]).toEqual([{ type: "LineString", coordinates: [a, b] }, false]);
  });

  it("draws a second line beside the first, and deletes either", () => {
    open({ type: "LineString", coordinates: [a, b] }, "line");
    takeMode("line");
    draw(c, d);
    finish();
    expect(geometry.value).toEqual({
      type: "MultiLineString",
      coordinates: [
        [a, b],
        [c, d],
      ],
    });
    active.value = { part: 0, ring: 0, index: 1 };
    deleteActive();
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [c, d] });
    undoStep();
    active.value = { part: 1, ring: 0, index: 0 };
    deleteActiveRing();
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [a, b] });
  });

  it("goes on with a line or a ring that was opened unfinished", () => {
    open({ type: "LineString", coordinates: [a] }, "line");
    draw(b);
    expect(geometry.value).toEqual({ type: "LineString", coordinates: [a, b] });
    open(ofParts([[ringOf([a, b])]]));
    draw(c);
    finish();
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c])]]));
  });

  it("begins a cleared line as a line", () => {
    open({ type: "LineString", coordinates: [a, b] }, "line");
    clear();
    expect(mode.value).toBe("line");
  });

  it("steps back with Esc corner by corner, and undo goes on where finishing was", () => {
    draw(a, b, c);
    finish();
    undoStep();
    expect(begun.value.loose).toEqual({ part: 0, ring: 0 });
    expect(mode.value).toBe("polygon");
    expect(stepBack()).toBe(true);
    expect(stepBack()).toBe(true);
    expect(geometry.value).toEqual(EMPTY_AREA);
    expect(stepBack()).toBe(false);
    for (let step = 0; step < 3; step++) redoStep();
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c])]]));
  });

  it("goes on drawing after an undo", () => {
    draw(a, b, c, d);
    undoStep();
    draw(d);
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c, d])]]));
  });

  it("makes a rectangle of two corners, and a part of another", () => {
    takeMode("rectangle");
    draw(a, c);
    expect(partsOf(geometry.value)[0]?.[0]).toHaveLength(5);
    takeMode("rectangle-three");
    draw([116.62, 35.42], [116.63, 35.42], [116.625, 35.43]);
    expect(geometry.value.type).toBe("MultiPolygon");
  });

  it("draws a hole inside only", () => {
    draw(a, b, c, d);
    finish();
    takeMode("hole");
    draw([116.7, 35.7]);
    expect([said.value?.code, begun.value.loose]).toEqual(["hole_outside", null]);
    draw([116.602, 35.402], [116.604, 35.402], [116.603, 35.404]);
    finish();
    expect(partsOf(geometry.value)[0]).toHaveLength(2);
  });

  it("asks about one point after the other, each a step", () => {
    open(EMPTY_AREA, "point");
    draw(a, b);
    expect(geometry.value).toEqual({ type: "Point", coordinates: b });
    undoStep();
    expect(geometry.value).toEqual({ type: "Point", coordinates: a });
    takeMode("polygon");
    draw(c);
    expect(geometry.value).toEqual(ofParts([[ringOf([c])]]));
  });

  it("is cleared as a step that can be undone", () => {
    draw(a, b, c);
    finish();
    clear();
    expect(geometry.value).toEqual(EMPTY_AREA);
    undoStep();
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c])]]));
  });
});

describe("a vertex by keys", () => {
  beforeEach(() => {
    draw(a, b, c, d);
    finish();
  });

  it("is chosen one after the other, moved as one step, inserted after, deleted", () => {
    chooseNext(1);
    chooseNext(1);
    expect(active.value?.index).toBe(1);
    const steps = log.value.done.length;
    moveActive([116.611, 35.4]);
    moveActive([116.612, 35.4]);
    expect(log.value.done).toHaveLength(steps + 1);
    insertAfterActive();
    expect([active.value?.index, partsOf(geometry.value)[0]?.[0]?.length]).toEqual([2, 6]);
    deleteActive();
    undoStep();
    undoStep();
    undoStep();
    expect(geometry.value).toEqual(ofParts([[ringOf([a, b, c, d])]]));
    chooseNext(-1);
    expect(active.value?.index).toBe(3);
  });

  it("takes the ring with it when three are left", () => {
    for (let step = 0; step < 2; step++) {
      chooseNext(1);
      deleteActive();
    }
    expect(geometry.value).toEqual(EMPTY_AREA);
  });
});
