import { describe, expect, test } from "vitest";
import { overlap } from "../../geo/polygon.ts";
import { featureOf, sceneContext } from "./fixture.ts";
import { buildEdgeSign, edgeSigns } from "./hubs.ts";

const context = sceneContext({ zoom: 12 });
const view = { left: 0, top: 0, right: 1440, bottom: 900 };
const panel = { left: 1000, top: 16, right: 1424, bottom: 884 };
const open = { left: 88, top: 60, right: 984, bottom: 780 };
const measure = (text: string, size: number) => text.length * size;
const [lon, lat] = [116.65, 35.43];
const hub = (code: string, x: number, y: number) =>
  featureOf(code, { type: "Point", coordinates: [x, y] }, { hub_kind: "station", name_zh: code });
const signsOf = (obstacles: (typeof panel)[], ...hubs: ReturnType<typeof hub>[]) =>
  edgeSigns(context, hubs, { view, open, panels: obstacles, signs: [] }, measure);

describe("arrows to the hubs that cannot be seen", () => {
  test("a hub on the screen has none, wherever on the screen it stands", () => {
    expect(signsOf([panel], hub("middle", lon, lat))).toEqual([]);
    // at the very edge of the window, outside of what lies between the panels
    const [x] = context.project(lon, lat);
    const edge = hub("edge", lon, lat);
    expect(signsOf([{ ...panel, left: x + 40 }], edge)).toEqual([]);
  });

  test("one under a panel or beyond the window has one, that stands on no panel and on no other", () => {
    const badge = { left: 800, top: 60, right: 984, bottom: 420 };
    const signs = signsOf([panel, badge], hub("east", lon + 0.5, lat), hub("east-north", lon + 0.5, lat + 0.1));
    expect(signs.length).toBeGreaterThan(0);
    for (const { box } of signs)
      for (const other of [panel, badge, ...signs.map((sign) => sign.box).filter((one) => one !== box)])
        expect(overlap(box, other)).toBe(false);
    expect(signsOf([panel], hub("under", lon + 0.16, lat))).toHaveLength(1);
  });

  test("it says where, and no distance from an origin nobody knows", () => {
    const [sign] = signsOf([], hub("east", lon + 0.5, lat));
    const texts = sign ? buildEdgeSign(context, sign).flatMap((one) => (one.kind === "text" ? [one.text] : [])) : [];
    expect(texts).toEqual(["east"]);
  });
});
