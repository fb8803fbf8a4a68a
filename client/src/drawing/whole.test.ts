import { beforeEach, describe, expect, it } from "vitest";
import { aim, change, geometry, log, open, place, snappedToSchematic, takeMode } from "./editor.ts";
import { type Drawn, EMPTY_AREA, ringsOf } from "./geometry.ts";
import { areaOf } from "./measures.ts";
import { fromPlane, type PlanePoint, toPlane } from "./plane.ts";
import { redoStep, undoStep } from "./steps.ts";
import { choose, deleteActiveRing } from "./vertices.ts";
import { applyArea, areaText, giving, isWanted, noteSide, side } from "./wanted-area.ts";
import { dragged, middleOf, moveWhole, turned, turnWhole } from "./whole.ts";

const polygon = (...points: PlanePoint[]): Drawn => ({
  type: "Polygon",
  coordinates: [[...points, points[0] as PlanePoint].map(fromPlane)],
});
const square = polygon([470000, 3925000], [470200, 3925000], [470200, 3925100], [470000, 3925100]);
const corner = (index: number): PlanePoint => toPlane(ringsOf(geometry.value)[0]?.vertices[index] as number[]);
const off = (point: PlanePoint, [east, north]: PlanePoint) => Math.hypot(point[0] - east, point[1] - north);

beforeEach(() => open(square));

describe("all of a drawing", () => {
  it("moves by metres, many arrows in one step, and comes back exactly", () => {
    for (let i = 0; i < 30; i++) moveWhole(1, -0.5);
    expect(off(corner(0), [470030, 3924985])).toBeLessThan(0.005);
    expect(log.value.done).toHaveLength(1);
    undoStep();
    expect(geometry.value).toEqual(square);
  });

  it("turns about its middle, clockwise, a step apart from moving", () => {
    moveWhole(10, 0);
    turnWhole(90);
    // the south-west corner goes to the north-west, about (470110, 3925050)
    expect(off(corner(0), [470060, 3925150])).toBeLessThan(0.005);
    expect(log.value.done.map(({ kind }) => kind)).toEqual(["translate", "rotate"]);
    for (let i = 0; i < 2; i++) undoStep();
    expect(geometry.value).toEqual(square);
  });

  it("goes with the hand, and turns by whole degrees unless the hand is free", () => {
    const [from, to] = [fromPlane([470050, 3925050]), fromPlane([470090, 3925020])];
    const move = dragged(from, to);
    expect(move).toMatchObject({ kind: "translate" });
    change(move);
    expect(off(corner(0), [470040, 3924970])).toBeLessThan(0.005);
    const about = middleOf(geometry.value);
    const [x, y] = toPlane(about);
    const at = (degrees: number) =>
      fromPlane([x + 80 * Math.sin((degrees * Math.PI) / 180), y + 80 * Math.cos((degrees * Math.PI) / 180)]);
    expect(turned(at(0), at(33.4), about, false)).toMatchObject({ kind: "rotate", degrees: 33 });
    const free = turned(at(0), at(33.4), about, true);
    expect(free.kind === "rotate" && Math.abs(free.degrees - 33.4) < 0.01).toBe(true);
  });
});

describe("an area that is typed", () => {
  it("moves the edge that is chosen; undo takes it back", () => {
    isWanted.value = true;
    giving.value = "edge";
    areaText.value = "45";
    choose({ part: 0, ring: 0, index: 1 });
    expect(applyArea()).toBe(true);
    expect(Math.abs(areaOf(geometry.value) - 30_000)).toBeLessThan(0.2);
    undoStep();
    expect(geometry.value).toEqual(square);
  });

  it.each(["", "0", "-4", "NaN", "Infinity", "a lot"])("%j is none, and nothing changes", (text) => {
    giving.value = "whole";
    areaText.value = text;
    expect(applyArea()).toBe(false);
    expect(geometry.value).toBe(square);
  });

  it("makes a rectangle along a side that is drawn", () => {
    open(EMPTY_AREA);
    takeMode("rectangle-three");
    place(fromPlane([470000, 3925000]));
    place(fromPlane([470300, 3925030]));
    areaText.value = "196";
    expect(applyArea()).toBe(true);
    expect(Math.abs(areaOf(geometry.value) - (196 * 2000) / 3)).toBeLessThan(0.2);
  });

  it("makes it to the side where the hand was last, though it types elsewhere now", () => {
    for (const [north, expected] of [
      [3925100, "left"],
      [3924900, "right"],
    ] as const) {
      open(EMPTY_AREA);
      takeMode("rectangle-three");
      place(fromPlane([470000, 3925000]));
      place(fromPlane([470300, 3925000]));
      aim.value = fromPlane([470100, north]);
      noteSide();
      aim.value = null;
      noteSide();
      expect(side.value).toBe(expected);
      applyArea();
      expect(Math.sign(corner(2)[1] - 3925000)).toBe(Math.sign(north - 3925000));
    }
  });
});

describe("what was taken from a sketch", () => {
  it("is known as long as it is in the drawing: not after undo, again after redo, not after something else", () => {
    open(EMPTY_AREA);
    place([116.6, 35.4]);
    expect(snappedToSchematic.value).toBe(false);
    place([116.61, 35.4], true);
    place([116.61, 35.41]);
    expect(snappedToSchematic.value).toBe(true);
    for (let i = 0; i < 2; i++) undoStep();
    expect(snappedToSchematic.value).toBe(false);
    redoStep();
    expect(snappedToSchematic.value).toBe(true);
    change({ kind: "replace", geometry: square });
    expect(snappedToSchematic.value).toBe(false);
    undoStep();
    expect(snappedToSchematic.value).toBe(true);
  });

  it("is known of a rectangle whose first corner was, and of a drawing that is opened so", () => {
    open(EMPTY_AREA, "rectangle");
    place([116.6, 35.4], true);
    place([116.61, 35.41]);
    expect(snappedToSchematic.value).toBe(true);
    open(square, "polygon", true);
    expect(snappedToSchematic.value).toBe(true);
    change({ kind: "translate", east_m: 3, north_m: 0 });
    expect(snappedToSchematic.value).toBe(true);
  });
});

describe("a part or a hole of the corner that is chosen", () => {
  it("goes, and the other parts stay", () => {
    const parts = [square, polygon([470300, 3925000], [470400, 3925000], [470350, 3925090])].map(
      (drawn) => drawn.coordinates,
    );
    open({ type: "MultiPolygon", coordinates: parts as never });
    choose({ part: 0, ring: 0, index: 2 });
    deleteActiveRing();
    expect(geometry.value).toEqual({ type: "Polygon", coordinates: parts[1] });
    undoStep();
    expect(geometry.value.type).toBe("MultiPolygon");
  });
});
