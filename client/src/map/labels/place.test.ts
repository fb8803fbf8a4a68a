import { describe, expect, test } from "vitest";
import { drawOrder } from "../../catalogue.ts";
import { overlap } from "../../geo/polygon.ts";
import { realLayers, sceneContext } from "../scene/fixture.ts";
import { neighbourLabels } from "../scene/ground.ts";
import { parkBadges } from "../scene/parks.ts";
import { buildScene } from "../scene/scene.ts";
import type { Measure } from "./block.ts";
import { type PlacedLabel, placeLabels } from "./place.ts";
import type { LabelLook, LabelRequest } from "./request.ts";

/** Widths as fonts have them, near enough: a Chinese character is a square, a Latin letter half of one. */
const measure: Measure = (text, look) =>
  [...text].reduce((sum, glyph) => sum + look.size * (glyph > "\u2e80" ? 1 : 0.55), 0);
const look: LabelLook = {
  size: 12,
  weight: 600,
  family: "sans",
  colour: "#000",
  halo: null,
  slant: 0,
  spacing: 0,
  spread: 1.1,
  second: 0,
};
const view = { left: 0, top: 0, right: 1440, bottom: 900 };
const layers = realLayers();
const everything = drawOrder.map((id) => ({ id, visible: true, opacity: 1 }));

function at(
  key: string,
  x: number,
  y: number,
  priority = 1,
  sides: LabelRequest["place"] & { kind: "point" } = { kind: "point", at: [x, y], clear: 0, sides: ["centre"] },
): LabelRequest {
  return { ref: { collection: "c", code: key }, priority, key, text: key, look, place: sides, opacity: 1 };
}
const keys = (placed: readonly PlacedLabel[]) => placed.map(({ request }) => request.key);
const expectApart = (placed: readonly PlacedLabel[]) => {
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      const meet = a.boxes.some((one) => b.boxes.some((other) => overlap(one, other)));
      expect(meet, `${a.request.key} and ${b.request.key}`).toBe(false);
    }
  });
};

describe("the placer", () => {
  test("takes nobody's room for a name that insists", () => {
    const park = { ...at("park", 102, 100, 1), insists: true };
    expect(keys(placeLabels([park, at("core", 100, 100, 9)], [], view, measure))).toEqual(["core"]);
  });

  test("gives the room to the higher priority, whichever came first", () => {
    const requests = [at("low", 100, 100, 1), at("high", 100, 100, 9)];
    expect(keys(placeLabels(requests, [], view, measure))).toEqual(["high"]);
    expect(keys(placeLabels([...requests].reverse(), [], view, measure))).toEqual(["high"]);
  });

  test("takes the next place when the first is taken", () => {
    const place = { kind: "point", at: [100, 100], clear: 8, sides: ["below", "above", "right"] } as const;
    const obstacle = { left: 60, top: 104, right: 140, bottom: 130 };
    const [label] = placeLabels([at("name", 0, 0, 1, place)], [obstacle], view, measure);
    expect(label?.texts[0]?.at[1]).toBeLessThan(100);
  });

  test("leaves a label out rather than over a panel or out of the view", () => {
    const panel = { left: 0, top: 0, right: 400, bottom: 900 };
    expect(placeLabels([at("under-panel", 200, 300)], [panel], view, measure)).toEqual([]);
    expect(placeLabels([at("outside", 1438, 300)], [], view, measure)).toEqual([]);
  });

  test("writes steep names in upright characters from top to bottom, whichever way the line runs", () => {
    for (const line of [
      [
        [500, 100],
        [505, 700],
      ],
      [
        [505, 700],
        [500, 100],
      ],
    ] as const) {
      const place = { kind: "line", lines: [line], beside: 0, glyphs: "steep-upright", apart: false } as const;
      const [label] = placeLabels([{ ...at("海川路", 0, 0), place }], [], view, measure);
      expect(label?.texts.map(({ text }) => text).join("")).toBe("海川路");
      const heights = label?.texts.map((text) => text.at[1]) ?? [];
      expect([...heights].sort((a, b) => a - b)).toEqual(heights);
      expect(label?.texts.every((text) => !text.angle)).toBe(true);
    }
  });

  test("turns names with gentle lines and never upside down", () => {
    for (const line of [
      [
        [100, 300],
        [800, 200],
      ],
      [
        [800, 200],
        [100, 300],
      ],
    ] as const) {
      const place = { kind: "line", lines: [line], beside: 0, glyphs: "steep-upright", apart: false } as const;
      const [label] = placeLabels([{ ...at("任兴路", 0, 0), place }], [], view, measure);
      const angle = label?.texts[0]?.angle ?? 0;
      expect(angle).toBeCloseTo(Math.atan2(-100, 700), 3);
    }
  });

  test("keeps the name of an axis beside its band", () => {
    const place = {
      kind: "line",
      lines: [
        [
          [100, 400],
          [900, 400],
        ],
      ],
      beside: 8,
      glyphs: "steep-upright",
      apart: false,
    } as const;
    const [label] = placeLabels([{ ...at("崇文大道", 0, 0), place }], [], view, measure);
    for (const { at: spot } of label?.texts ?? []) expect(Math.abs(spot[1] - 400)).toBeGreaterThan(8 + 12 / 2);
  });
});

describe.each(["zh", "en"] as const)("the names of the whole plan (%s)", (language) => {
  const context = sceneContext({ language, wide: true });
  const scene = buildScene(context, layers, everything);
  const requests = [...scene.labels, ...neighbourLabels(context)];
  const badges = parkBadges(context, layers).map(({ at: [x, y], size }) => ({
    left: x - size / 2,
    right: x + size / 2,
    top: y - size / 2,
    bottom: y + size / 2,
  }));
  const placed = placeLabels(requests, badges, view, measure);

  test("never overlap", () => expectApart(placed));

  test("begin with the core city and name all axes, belts and urban clusters", () => {
    expect(keys(placed)[0]).toBe("core-city/liaohe-new-town");
    for (const collection of ["axes", "belts", "urban-clusters"]) {
      const named = keys(placed).filter((key) => key.startsWith(`${collection}/`));
      expect(named, collection).toHaveLength(layers.get(collection)?.length ?? 0);
    }
  });

  test("never lie on the number of a park", () => {
    for (const label of placed) {
      for (const badge of badges)
        expect(
          label.boxes.some((box) => overlap(box, badge)),
          label.request.key,
        ).toBe(false);
    }
  });

  test("are the same every time", () => {
    expect(placeLabels([...requests].reverse(), badges, view, measure)).toEqual(placed);
  });

  test("come with an English second line in Chinese only", () => {
    const seconds = placed.filter(({ request }) => request.second);
    if (language === "en") expect(seconds).toEqual([]);
    else expect(seconds.length).toBeGreaterThan(0);
  });
});
