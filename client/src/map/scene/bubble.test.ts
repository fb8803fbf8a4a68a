import { describe, expect, test } from "vitest";
import { contains } from "../../geo/polygon.ts";
import type { Measure } from "../labels/block.ts";
import { labelPrimitives } from "../labels/paint.ts";
import { placeLabels } from "../labels/place.ts";
import { bubbleAt } from "../tools/find.ts";
import { realLayers, sceneContext } from "./fixture.ts";
import { buildParks } from "./parks.ts";

const parks = realLayers().get("parks") ?? [];
const bubble = { text: "同链 6，未定位", short: "未定位 6", number: "6" };
const measure: Measure = (text, { size }) => text.length * size;
const view = { left: 0, top: 0, right: 1440, bottom: 900 };
const everything = sceneContext({ zoom: 12, bubbles: new Map([["park-9", bubble]]) });
const { labels, hits } = buildParks(everything, "parks", parks, new Map());
const placed = placeLabels(labels, [], view, measure);
const own = placed.find(({ request }) => request.bubble);

describe("the bubble beside a badge", () => {
  test("is there for the park that something is related to, beside its name and apart from it", () => {
    expect(placed.filter(({ request }) => request.bubble)).toHaveLength(1);
    expect(own?.request.bubble?.of.code).toBe("park-9");
    expect(own?.texts.map(({ text }) => text)).toEqual([bubble.text]);
    const name = placed.find(({ request }) => request.ref?.code === "park-9");
    expect(name).toBeDefined();
    const [a, b] = [own?.boxes[0], name?.boxes[0]];
    expect(a && b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });

  test("says it shorter where there is less room, and nothing where there is none", () => {
    const badge = hits.find(({ ref, kind }) => ref.code === "park-9" && kind === "point")?.lines[0]?.[0];
    const [x, y] = badge as readonly [number, number];
    const around = (width: number, height: number) => ({
      left: x - width,
      right: x + width,
      top: y - height,
      bottom: y + height,
    });
    const only = labels.filter(({ bubble: one }) => one);
    const texts = (room: typeof view) =>
      placeLabels(only, [], room, measure).flatMap((label) => label.texts.map(({ text }) => text));
    expect(texts(around(200, 60))).toEqual([bubble.text]);
    expect(texts(around(90, 14))).toEqual([bubble.short]);
    expect(texts(around(45, 14))).toEqual([bubble.number]);
    expect(texts(around(20, 14))).toEqual([]);
  });

  test("is one surface that reaches to the badge, under its text", () => {
    const painted = labelPrimitives(own as NonNullable<typeof own>);
    expect(painted.map(({ kind }) => kind)).toEqual(["path", "path", "path", "text"]);
    const [outline] = painted;
    const [pointer = [], pill = []] = outline?.kind === "path" ? outline.lines : [];
    // the foot of the pointer lies within the pill: there is no line between them
    expect(pointer.slice(1).every((point) => contains([pill], point))).toBe(true);
  });

  test("is pressed on its surface, by a finger in a square of 44 pixels around it", () => {
    const box = own?.boxes[0] ?? view;
    const middle = (box.top + box.bottom) / 2;
    expect(bubbleAt(placed, [box.left + 2, middle], 0)).toBe(own);
    expect(bubbleAt(placed, [box.left + 2, middle + 20], 0)).toBeNull();
    expect(bubbleAt(placed, [box.left + 2, middle + 20], 44)).toBe(own);
    expect(bubbleAt(placed, [box.left + 2, middle + 24], 44)).toBeNull();
  });

  test("is not there where names are set over a picture, nor without anything related", () => {
    expect(buildParks({ ...everything, nameless: true }, "parks", parks, new Map()).labels).toEqual([]);
    const none = buildParks(sceneContext(), "parks", parks, new Map()).labels;
    expect(none.filter(({ bubble: one }) => one)).toEqual([]);
  });
});
