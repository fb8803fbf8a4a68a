import { describe, expect, it } from "vitest";
import { type Drawn, partsOf, ringOf } from "./geometry.ts";
import { areaOf, perimeterOf } from "./measures.ts";
import { byEdge, byScale, rectangleOfArea } from "./operations/set-area.ts";
import { fromPlane, type PlanePoint, toPlane } from "./plane.ts";

let seed = 196;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const polygon = (points: readonly PlanePoint[], hole?: readonly PlanePoint[]): Drawn => ({
  type: "Polygon",
  coordinates: [points, ...(hole ? [hole] : [])].map((ring) => ringOf(ring.map(fromPlane))),
});
/** Off by no more than the digits that a drawing keeps. */
const isExact = (drawn: Drawn, area_m2: number) => Math.abs(areaOf(drawn) - area_m2) <= perimeterOf(drawn) * 1e-4;
const MU_196 = (196 * 2000) / 3;
const outside: PlanePoint[] = [
  [470400, 3925400],
  [470900, 3925430],
  [470950, 3925800],
  [470380, 3925760],
];
const at = (index: number, ring = 0) => ({ part: 0, ring, index });
const heading = ([a, b]: readonly PlanePoint[]) => (a && b ? Math.atan2(b[1] - a[1], b[0] - a[0]) : Number.NaN);

describe("an area that has to be so large", () => {
  it("is 196 亩 by the edge that is moved: its neighbours and it keep their directions, all others stay", () => {
    for (let index = 0; index < 4; index++) {
      const before = polygon(outside);
      const after = byEdge(before, MU_196, at(index)) as Drawn;
      expect(isExact(after, MU_196)).toBe(true);
      const [was, is] = [before, after].map((drawn) => (partsOf(drawn)[0]?.[0] ?? []).slice(0, -1).map(toPlane));
      for (let i = 0; i < 4; i++) {
        if (i !== index && i !== (index + 1) % 4) expect(is?.[i]).toEqual(was?.[i]);
        const edge = (ring: PlanePoint[] | undefined) => heading([ring?.[i], ring?.[(i + 1) % 4]] as PlanePoint[]);
        expect(Math.abs(edge(is) - edge(was))).toBeLessThan(1e-5);
      }
    }
  });

  it("is exact for any outline and any edge, or said to be out of reach", () => {
    let reached = 0;
    for (let round = 0; round < 400; round++) {
      const count = 3 + Math.floor(random() * 9);
      const ring = Array.from({ length: count }, (_, i): PlanePoint => {
        const [angle, far] = [(2 * Math.PI * (i + 0.7 * random())) / count, 80 + random() * 500];
        return [468000 + far * Math.cos(angle), 3922000 + far * Math.sin(angle)];
      });
      const drawn = polygon(random() < 0.5 ? ring : ring.reverse());
      const wanted = areaOf(drawn) * (0.6 + random() * 0.9);
      const made = byEdge(drawn, wanted, at(Math.floor(random() * count)));
      if (!made) continue;
      reached += 1;
      expect(isExact(made, wanted)).toBe(true);
    }
    expect(reached).toBeGreaterThan(220);
  });

  it("grows where an edge of a hole moves in", () => {
    const hole: PlanePoint[] = [
      [470500, 3925500],
      [470500, 3925600],
      [470600, 3925600],
      [470600, 3925500],
    ];
    const drawn = polygon(outside, hole);
    const wanted = areaOf(drawn) + 2000;
    expect(isExact(byEdge(drawn, wanted, at(1, 1)) as Drawn, wanted)).toBe(true);
  });

  it("is out of reach where edge or neighbours would be used up, or another edge be crossed", () => {
    const triangle = polygon(outside.slice(0, 3));
    // the sides of a triangle meet: beyond their tip there is no more
    expect(
      byEdge(
        polygon([
          [470000, 3925000],
          [470300, 3925000],
          [470200, 3925100],
          [470100, 3925100],
        ]),
        50_000,
        at(2),
      ),
    ).toBeNull();
    expect(byEdge(triangle, 0, at(0))).toBeNull();
    const angled = polygon([
      [470000, 3925000],
      [470300, 3925000],
      [470300, 3925300],
      [470200, 3925300],
      [470200, 3925100],
      [470000, 3925100],
    ]);
    expect(byEdge(angled, areaOf(angled) + 30_000, at(4))).not.toBeNull();
    expect(byEdge(angled, areaOf(angled) + 90_000, at(4))).toBeNull();
    const cup = polygon([
      [470000, 3925000],
      [470300, 3925000],
      [470300, 3925300],
      [470200, 3925300],
      [470200, 3925100],
      [470100, 3925100],
      [470100, 3925300],
      [470000, 3925300],
    ]);
    expect(byEdge(cup, areaOf(cup) + 10_000, at(3))).not.toBeNull();
    // the inner wall of the cup, moved over the other one
    expect(byEdge(cup, areaOf(cup) + 30_000, at(3 + 2))).toBeNull();
  });

  it("is exact when the whole is scaled, with its parts and holes, and keeps its form", () => {
    const drawn: Drawn = {
      type: "MultiPolygon",
      coordinates: [
        partsOf(polygon(outside))[0],
        partsOf(
          polygon([
            [471000, 3925400],
            [471100, 3925400],
            [471050, 3925500],
          ]),
        )[0],
      ] as never,
    };
    for (const factor of [0.01, 0.5, 1, 3, 40]) {
      const made = byScale(drawn, areaOf(drawn) * factor) as Drawn;
      expect(isExact(made, areaOf(drawn) * factor)).toBe(true);
    }
    expect(byScale({ type: "Point", coordinates: [116.6, 35.4] }, 100)).toBeNull();
  });

  it("is exact along a road: a rectangle on a side, to its left or right", () => {
    for (let round = 0; round < 50; round++) {
      const [from, to] = [
        fromPlane([470000, 3925000]),
        fromPlane([470000 + 100 + random() * 500, 3925000 + random() * 300]),
      ];
      for (const left of [true, false]) {
        const ring = rectangleOfArea(from, to, MU_196, left) ?? [];
        expect(ring.slice(0, 2)).toEqual([from, to]);
        expect(isExact({ type: "Polygon", coordinates: [ring] }, MU_196)).toBe(true);
        const third = toPlane(ring[2] as number[]);
        const [a, b] = [toPlane(from), toPlane(to)];
        expect((b[0] - a[0]) * (third[1] - b[1]) - (b[1] - a[1]) * (third[0] - b[0]) > 0).toBe(left);
      }
    }
    expect(rectangleOfArea([116.6, 35.4], [116.6, 35.4], 100, true)).toBeNull();
  });
});
