import type { LineString, MultiLineString, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { seeded } from "../features/fixture.ts";
import {
  CannotClip,
  type Drawn,
  EMPTY_AREA,
  NotThere,
  ofParts,
  partsOf,
  ringOf,
  ringsOf,
  type VertexAt,
} from "./geometry.ts";
import { act, type Log, redo, startLog, undo } from "./log.ts";
import { type Operation, perform } from "./operations.ts";
import { toPlane } from "./plane.ts";
import { rectangleByThree, rectangleByTwo, withDepth } from "./shapes.ts";

const at = (part: number, ring: number, index: number): VertexAt => ({ part, ring, index });
const square: Drawn = {
  type: "Polygon",
  coordinates: [
    ringOf([
      [116.6, 35.4],
      [116.61, 35.4],
      [116.61, 35.41],
      [116.6, 35.41],
    ]),
  ],
};
const hole = ringOf([
  [116.602, 35.402],
  [116.604, 35.402],
  [116.603, 35.404],
]);
const line: LineString = {
  type: "LineString",
  coordinates: [
    [116.6, 35.4],
    [116.61, 35.4],
  ],
};
const other = [
  [116.7, 35.4],
  [116.71, 35.4],
];
const lines: MultiLineString = { type: "MultiLineString", coordinates: [line.coordinates, other] };
const frozen = <Value>(value: Value): Value => {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

describe("operations", () => {
  const [first = []] = partsOf(square);
  const cases: [string, Drawn, Operation, Drawn][] = [
    [
      "add-vertex",
      square,
      { kind: "add-vertex", at: at(0, 0, 1), position: [116.605, 35.39] },
      ofParts([
        [
          ringOf([
            [116.6, 35.4],
            [116.605, 35.39],
            [116.61, 35.4],
            [116.61, 35.41],
            [116.6, 35.41],
          ]),
        ],
      ]),
    ],
    [
      "move-vertex, the first, which stands at the end too",
      square,
      { kind: "move-vertex", at: at(0, 0, 0), position: [116.59, 35.39] },
      ofParts([
        [
          ringOf([
            [116.59, 35.39],
            [116.61, 35.4],
            [116.61, 35.41],
            [116.6, 35.41],
          ]),
        ],
      ]),
    ],
    [
      "delete-vertex, the first",
      square,
      { kind: "delete-vertex", at: at(0, 0, 0) },
      ofParts([
        [
          ringOf([
            [116.61, 35.4],
            [116.61, 35.41],
            [116.6, 35.41],
          ]),
        ],
      ]),
    ],
    ["add-ring", square, { kind: "add-ring", at: { part: 0, ring: 1 }, ring: hole }, ofParts([[...first, hole]])],
    ["delete-ring", ofParts([[...first, hole]]), { kind: "delete-ring", at: { part: 0, ring: 1 } }, square],
    ["add-part to nothing", EMPTY_AREA, { kind: "add-part", part: 0, rings: first }, square],
    ["add-part", square, { kind: "add-part", part: 1, rings: [hole] }, ofParts([first, [hole]])],
    ["delete-part of two leaves a polygon", ofParts([first, [hole]]), { kind: "delete-part", part: 1 }, square],
    ["delete-part of the last leaves nothing", square, { kind: "delete-part", part: 0 }, EMPTY_AREA],
    [
      "move-vertex of a point",
      { type: "Point", coordinates: [116.6, 35.4] },
      { kind: "move-vertex", at: at(0, 0, 0), position: [116.7, 35.5] },
      { type: "Point", coordinates: [116.7, 35.5] },
    ],
    [
      "add-vertex to the end of a line",
      { type: "LineString", coordinates: [[116.6, 35.4]] },
      { kind: "add-vertex", at: at(0, 0, 1), position: [116.7, 35.5] },
      {
        type: "LineString",
        coordinates: [
          [116.6, 35.4],
          [116.7, 35.5],
        ],
      },
    ],
    ["add-part beside a line is another line", line, { kind: "add-part", part: 1, rings: [other] }, lines],
    ["delete-part of two lines leaves one", lines, { kind: "delete-part", part: 0 }, { ...line, coordinates: other }],
    ["delete-part of the last line leaves nothing", line, { kind: "delete-part", part: 0 }, EMPTY_AREA],
    [
      "move-vertex of the second line",
      lines,
      { kind: "move-vertex", at: at(1, 0, 1), position: [116.9, 35.4] },
      {
        ...lines,
        coordinates: [
          line.coordinates,
          [
            [116.7, 35.4],
            [116.9, 35.4],
          ],
        ],
      },
    ],
  ];
  it.each(cases)("%s, and back", (_, before, operation, after) => {
    const done = perform(frozen(before), operation);
    expect(done.geometry).toEqual(after);
    expect(perform(frozen(done.geometry), done.reverse).geometry).toEqual(before);
  });

  it.each<[string, Operation]>([
    ["a vertex beyond the last", { kind: "move-vertex", at: at(0, 0, 4), position: [0, 0] }],
    ["a ring that is not there", { kind: "delete-vertex", at: at(0, 1, 0) }],
    ["the outside ring", { kind: "delete-ring", at: { part: 0, ring: 0 } }],
    ["a part that is not there", { kind: "delete-part", part: 1 }],
    ["a ring behind a gap", { kind: "add-ring", at: { part: 0, ring: 3 }, ring: hole }],
  ])("refuse %s", (_, operation) => {
    expect(() => perform(square, operation)).toThrow(NotThere);
  });

  it("moves the whole by metres and turns it clockwise, form and size kept", () => {
    const moved = perform(square, { kind: "translate", east_m: 250, north_m: -100 }).geometry;
    plane(square).forEach(([x, y], i) => {
      expect(plane(moved)[i]?.[0]).toBeCloseTo(x + 250, 3);
      expect(plane(moved)[i]?.[1]).toBeCloseTo(y - 100, 3);
    });
    const about: Position = [116.6, 35.4];
    const turned = perform(square, { kind: "rotate", degrees: 90, about }).geometry;
    const [centre = [0, 0]] = plane({ type: "Point", coordinates: about });
    plane(square).forEach(([x, y], i) => {
      expect(plane(turned)[i]?.[0]).toBeCloseTo(centre[0] + (y - centre[1]), 3);
      expect(plane(turned)[i]?.[1]).toBeCloseTo(centre[1] - (x - centre[0]), 3);
    });
  });
});

const plane = (geometry: Drawn) => ringsOf(geometry).flatMap(({ vertices }) => vertices.map(toPlane));
/** Angles at the corners of a ring, in degrees. */
const angles = (ring: readonly Position[]): number[] => {
  const corners = ring.slice(0, -1).map(toPlane);
  return corners.map((corner, i) => {
    const [a, b] = [corners.at(i - 1) ?? corner, corners[(i + 1) % corners.length] ?? corner];
    const turn = Math.atan2(b[1] - corner[1], b[0] - corner[0]) - Math.atan2(a[1] - corner[1], a[0] - corner[0]);
    return Math.abs(Math.round((((turn * 180) / Math.PI + 360) % 360) * 1000) / 1000);
  });
};

describe("shapes", () => {
  it("are rectangles in the plane by two corners, by a side and a place, by a side and a depth", () => {
    for (const ring of [
      rectangleByTwo([116.6, 35.4], [116.63, 35.42]),
      rectangleByThree([116.6, 35.4], [116.61, 35.403], [116.602, 35.42]),
      withDepth([116.6, 35.4], [116.61, 35.403], -200),
    ]) {
      expect(ring[0]).toEqual(ring[4]);
      expect(new Set(angles(ring).map((angle) => Math.round(Math.min(angle, 360 - angle) * 10) / 10))).toEqual(
        new Set([90]),
      );
    }
  });

  it("have the depth they are asked for, to the left of the side", () => {
    const [, b, c] = withDepth([116.6, 35.4], [116.61, 35.4], 200).map(toPlane);
    expect(Math.hypot((c?.[0] ?? 0) - (b?.[0] ?? 0), (c?.[1] ?? 0) - (b?.[1] ?? 0))).toBeCloseTo(200, 3);
    expect((c?.[1] ?? 0) - (b?.[1] ?? 0)).toBeGreaterThan(199);
  });
});

describe("right angles", () => {
  it("come from nearly right ones; a corner that is meant to be oblique stays", () => {
    const crooked = ofParts([
      [
        ringOf([
          [116.6, 35.4],
          [116.61, 35.4005],
          [116.6102, 35.41],
          [116.605, 35.4102],
          [116.6, 35.4061],
        ]),
      ],
    ]);
    const { geometry } = perform(crooked, { kind: "right-angles" });
    const right = angles(partsOf(geometry)[0]?.[0] ?? []).filter((angle) => Math.abs((angle % 180) - 90) < 0.01);
    expect(right).toHaveLength(3);
  });

  it("straighten an edge that has a vertex too many", () => {
    const crooked = ofParts([
      [
        ringOf([
          [116.6, 35.4],
          [116.605, 35.4002],
          [116.61, 35.4],
          [116.61, 35.41],
          [116.6, 35.4101],
        ]),
      ],
    ]);
    const { geometry } = perform(crooked, { kind: "right-angles" });
    expect(angles(partsOf(geometry)[0]?.[0] ?? []).map((angle) => Math.round(angle / 90))).toEqual(
      expect.arrayContaining([2]),
    );
    expect(
      angles(partsOf(geometry)[0]?.[0] ?? []).every((angle) => Math.abs(angle / 90 - Math.round(angle / 90)) < 1e-4),
    ).toBe(true);
  });
});

/** An operation that the geometry can take, whichever comes. */
function anyOperation(geometry: Drawn, random: () => number): Operation {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const position = (): Position => [116.6 + random() / 20, 35.4 + random() / 20];
  const triangle = () => ringOf([position(), position(), position()]);
  const parts = partsOf(geometry);
  if (parts.length === 0) return { kind: "add-part", part: 0, rings: [triangle()] };
  const { at: ring, vertices } = pick(ringsOf(geometry));
  const index = Math.floor(random() * vertices.length);
  const rings = parts[ring.part]?.length ?? 0;
  const choices: Operation[] = [
    { kind: "add-vertex", at: { ...ring, index: Math.floor(random() * (vertices.length + 1)) }, position: position() },
    { kind: "move-vertex", at: { ...ring, index }, position: position() },
    { kind: "add-ring", at: { part: ring.part, ring: 1 + Math.floor(random() * rings) }, ring: triangle() },
    { kind: "add-part", part: Math.floor(random() * (parts.length + 1)), rings: [triangle()] },
    { kind: "delete-part", part: ring.part },
    { kind: "translate", east_m: random() * 100, north_m: random() * 100 },
    { kind: "rotate", degrees: random() * 360, about: position() },
    { kind: "right-angles" },
    { kind: "split", from: position(), to: position() },
    { kind: "cut-out", ring: triangle() },
    { kind: "replace", geometry: ofParts([[triangle()]]) },
  ];
  if (vertices.length > 1) choices.push({ kind: "delete-vertex", at: { ...ring, index } });
  if (rings > 1 && ring.ring > 0) choices.push({ kind: "delete-ring", at: ring });
  return pick(choices);
}

/** Random areas cross themselves in ways that cannot be clipped: then something else is done. */
function actIfPossible(log: Log, operation: Operation): Log {
  try {
    return act(log, operation);
  } catch (fault) {
    if (!(fault instanceof CannotClip)) throw fault;
    return act(log, { kind: "right-angles" });
  }
}

describe("the log", () => {
  it("takes back any sequence to the start, exactly, and does it again", { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      let log: Log = startLog(seed % 2 === 0 ? EMPTY_AREA : square);
      const states = [log.geometry];
      for (let step = 0; step < 40; step++) {
        log = actIfPossible(log, anyOperation(log.geometry, random));
        states.push(log.geometry);
      }
      for (let step = 39; step >= 0; step--) {
        log = undo(log) as Log;
        expect(log.geometry).toEqual(states[step]);
      }
      expect(undo(log)).toBeNull();
      for (let step = 1; step <= 40; step++) {
        log = redo(log) as Log;
        expect(log.geometry).toEqual(states[step]);
      }
      expect(redo(log)).toBeNull();
    }
  });

  it("is data: what was kept as text goes on where it was", () => {
    const random = seeded(7);
    let log: Log = startLog(square);
    for (let step = 0; step < 30; step++) log = actIfPossible(log, anyOperation(log.geometry, random));
    let kept: Log = JSON.parse(JSON.stringify(log));
    for (let next = undo(kept); next; next = undo(kept)) kept = next;
    expect(kept.geometry).toEqual(square);
  });

  it("takes a vertex that was moved on and on back in one step", () => {
    const step = (lon: number): Operation => ({ kind: "move-vertex", at: at(0, 0, 1), position: [lon, 35.4] });
    let log = startLog(square);
    for (const lon of [116.611, 116.612, 116.613]) log = act(log, step(lon), { together: true });
    expect(log.done).toHaveLength(1);
    expect(undo(log)?.geometry).toEqual(square);
    log = act(log, { kind: "move-vertex", at: at(0, 0, 2), position: [116.62, 35.42] }, { together: true });
    expect(log.done).toHaveLength(2);
  });

  it("forgets what was taken back when something else is done", () => {
    const log = undo(act(startLog(square), { kind: "right-angles" })) as Log;
    expect(act(log, { kind: "delete-vertex", at: at(0, 0, 0) }).undone).toEqual([]);
  });
});
