import { describe, expect, it } from "vitest";
import { partsOf } from "../drawing/geometry.ts";
import { areaOf } from "../drawing/measures.ts";
import { toPlane } from "../drawing/plane.ts";
import { COORDINATE_SYSTEMS, ZONE_39 } from "../geo/coordinate-systems.ts";
import { readCorners } from "./read-corners.ts";
import { type Placed, type Reading, readAs } from "./readings.ts";
import { writeCorners } from "./write-corners.ts";

/** Rectangles on the plane of EPSG:4548: the easting and northing of their corners. */
const OUTSIDE = [
  [470400, 3925450],
  [470950, 3925450],
  [470950, 3926050],
  [470400, 3926050],
] as const;
const HOLE = [
  [470500, 3925550],
  [470600, 3925550],
  [470600, 3925650],
  [470500, 3925650],
] as const;
const BESIDE = [
  [470950, 3925450],
  [471100, 3925450],
  [471100, 3926050],
  [470950, 3926050],
] as const;
type Pair = readonly [easting: number, northing: number];

const OFFICE: Reading = { system: "EPSG:4548", order: "north-first" };
/** As a land office writes it: 点号, X (north), Y (east). */
const row = ([east, north]: Pair, i: number, prefix = 0) =>
  `J${i + 1}\t${north.toFixed(3)}\t${(east + prefix).toFixed(3)}`;
const table = (corners: readonly Pair[], prefix = 0) => corners.map((corner, i) => row(corner, i, prefix)).join("\n");

const placed = (text: string, reading: Reading): Placed => {
  const found = readCorners(text);
  expect(found.faults).toEqual([]);
  const read = readAs(found.rings, reading);
  expect(read.kind).toBe("placed");
  return read as Placed;
};
const offered = (text: string, reading: Reading) => readAs(readCorners(text).rings, reading).offers;

describe("a table of corners", () => {
  it("is read with and without heading, in any usual separator, with full-width figures", () => {
    const plain = table(OUTSIDE);
    const texts = [
      plain,
      `点号\tX 北\tY 东\n${plain}`,
      plain.replaceAll("\t", ","),
      plain.replaceAll("\t", "，"),
      plain.replaceAll("\t", "  "),
      plain.replaceAll("\t", "; "),
      plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      plain.replaceAll("\n", "\r\n"),
      plain.replaceAll("\n", "\n\n"),
      plain.replaceAll("3925450.000", "3,925,450.000"),
      `\uFEFF${plain}\n`,
    ];
    for (const text of texts) {
      const { rings, faults } = readCorners(text);
      expect([text, faults]).toEqual([text, []]);
      expect(rings.map((ring) => ring.map(({ label, first, second }) => [label, first, second]))).toEqual([
        OUTSIDE.map(([east, north], i) => [`J${i + 1}`, north, east]),
      ]);
    }
  });

  it("says which figure is north where its heading does, and nothing where it has X and Y alone", () => {
    const order = (heading: string) => readCorners(`${heading}\n${table(OUTSIDE)}`).stated.order;
    expect(
      ["点号\tX北\tY东", "点号\t纵坐标X(m)\t横坐标Y(m)", "No\tNorthing\tEasting", "点号\t纬度\t经度"].map(order),
    ).toEqual(Array(4).fill("north-first"));
    expect(["id\tlon\tlat", "点号\tX(东)\tY(北)", "point\tEasting\tNorthing"].map(order)).toEqual(
      Array(3).fill("east-first"),
    );
    expect(order("点号\tX\tY")).toBeNull();
  });

  it("has several rings: by an empty line, by a name, by its number, by a corner that closes", () => {
    const [first, second] = [table(OUTSIDE), table(HOLE)];
    const numbered = [OUTSIDE, HOLE].flatMap((ring, k) =>
      ring.map(([east, north], i) => `J${i + 1},${k + 1},${north},${east}`),
    );
    const closed = [...first.split("\n"), row(OUTSIDE[0], 0), ...second.split("\n"), row(HOLE[0], 0)];
    for (const text of [
      `${first}\n\n${second}`,
      `地块一\n${first}\n地块二\n${second}`,
      numbered.join("\n"),
      closed.join("\n"),
    ]) {
      const { drawn } = placed(text, OFFICE);
      expect(partsOf(drawn).map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 5]]);
      expect(areaOf(drawn)).toBeGreaterThan(319_000);
      expect(areaOf(drawn)).toBeLessThan(321_000);
    }
    expect(readCorners(`地块一\n${first}\n地块二\n${second}`).aside).toEqual([1, 6]);
  });

  it("has parts where rings lie beside each other, though they share corners", () => {
    const { drawn } = placed(`${table(OUTSIDE)}\n\n${table(BESIDE)}\n\n${table(HOLE)}`, OFFICE);
    expect(partsOf(drawn).map((rings) => rings.length)).toEqual([2, 1]);
  });

  it("is as it was typed, to half a millimetre", () => {
    const [part] = partsOf(placed(table(OUTSIDE), OFFICE).drawn);
    part?.[0]?.slice(0, -1).forEach((corner, i) => {
      const [east, north] = toPlane(corner);
      expect(Math.hypot(east - (OUTSIDE[i]?.[0] ?? 0), north - (OUTSIDE[i]?.[1] ?? 0))).toBeLessThan(0.0005);
    });
  });

  it("takes degrees, minutes and seconds", () => {
    const text = "1 116°38′24″ 35°24′00″\n2 116°39′24.5″E 35°24′00″N\n3 116.65 35.41";
    const [ring] = readCorners(text).rings;
    expect(ring?.map(({ first, second }) => [first, second])).toEqual([
      [116.64, 35.4],
      [116 + 39 / 60 + 24.5 / 3600, 35.4],
      [116.65, 35.41],
    ]);
  });
});

describe("the exchange format of land offices", () => {
  const corners = (ring: number, of: readonly Pair[]) =>
    of.map(([east, north], i) => `J${i + 1},${ring},${north},${east + ZONE_39}`);
  const file = (...lines: string[]) =>
    [
      "[属性描述]",
      "格式版本号=1.01版本",
      "坐标系=2000国家大地坐标系",
      "几度分带=3",
      "计量单位=米",
      "带号=39",
      "[地块坐标]",
      ...lines,
    ].join("\r\n");
  const READING: Reading = { system: "EPSG:4527", order: "north-first" };

  it("is read with its parcels, holes and what it says of itself", () => {
    const text = file(
      "9,32.0000,1,地块一,面,,,,@",
      ...corners(1, OUTSIDE),
      `J1,1,${OUTSIDE[0][1]},${OUTSIDE[0][0] + ZONE_39}`,
      ...corners(2, HOLE),
      "4,9.0000,2,地块二,面,,,,@",
      ...corners(1, BESIDE),
    );
    const found = readCorners(text);
    expect(found).toMatchObject({ form: "exchange", faults: [] });
    expect(found.stated).toEqual({
      order: "north-first",
      datum: "cgcs2000",
      unit: "metre",
      zone: 39,
      corners: 13,
      area_ha: 41,
    });
    expect(partsOf(placed(text, READING).drawn).map((rings) => rings.length)).toEqual([2, 1]);
  });

  it("says which datum it is in when that is another one", () => {
    expect(readCorners(file().replace("2000国家", "80国家")).stated.datum).toBe("xian-80");
    expect(readCorners(file().replace("2000国家大地坐标系", "1954年北京坐标系")).stated.datum).toBe("beijing-54");
  });
});

describe("figures that are meant otherwise", () => {
  const degrees = "1 116.64 35.40\n2 116.65 35.40\n3 116.65 35.41";
  const swapped = (text: string) =>
    text
      .split("\n")
      .map((line) => line.split("\t"))
      .map(([label, a, b]) => [label, b, a].join("\t"))
      .join("\n");

  it.each<[string, string, Reading, Reading, string[]]>([
    ["swapped", swapped(table(OUTSIDE)), OFFICE, { system: "EPSG:4548", order: "east-first" }, ["axes-swapped"]],
    [
      "with a zone",
      table(OUTSIDE, ZONE_39),
      OFFICE,
      { system: "EPSG:4527", order: "north-first" },
      ["zone-prefix-unexpected"],
    ],
    ["without a zone", table(OUTSIDE), { system: "EPSG:4527", order: "north-first" }, OFFICE, ["zone-prefix-missing"]],
    ["metres", table(OUTSIDE), { system: "EPSG:4490", order: "north-first" }, OFFICE, ["metres-as-degrees"]],
    ["degrees", degrees, OFFICE, { system: "EPSG:4490", order: "east-first" }, ["degrees-as-metres", "axes-swapped"]],
    [
      "degrees, swapped",
      degrees,
      { system: "GCJ-02", order: "north-first" },
      { system: "GCJ-02", order: "east-first" },
      ["axes-swapped"],
    ],
  ])("%s: not placed, and the other reading is offered with its reason", (_, text, said, meant, confused) => {
    const { rings } = readCorners(text);
    expect(readAs(rings, said).kind).toBe("not-placed");
    expect(offered(text, said)).toEqual([{ reading: meant, confused }]);
    const read = readAs(rings, meant);
    expect(read).toMatchObject({ kind: "placed", isFar: false, offers: [] });
  });

  it("are placed far away, with the offer, where the system has that place too", () => {
    const read = readAs(readCorners(table(OUTSIDE)).rings, { system: "EPSG:3857", order: "north-first" });
    expect(read).toMatchObject({
      kind: "placed",
      isFar: true,
      offers: [{ reading: OFFICE, confused: ["other-system"] }],
    });
  });

  it("are offered nothing where no reading has all of them, and the odd lines are named", () => {
    const lines = table(OUTSIDE).split("\n");
    lines[2] = row(OUTSIDE[2], 2, ZONE_39);
    expect(readAs(readCorners(lines.join("\n")).rings, OFFICE)).toMatchObject({
      kind: "not-placed",
      offers: [],
      lines: [3],
    });
  });

  it("are of another zone: no reading, no odd line", () => {
    expect(readAs(readCorners(table(OUTSIDE, 38_000_000)).rings, OFFICE)).toMatchObject({
      kind: "not-placed",
      offers: [],
      lines: [],
    });
  });
});

describe("what is no corner", () => {
  it.each([
    ["J3\tNaN\tNaN", "not_a_number"],
    ["J3\tInfinity\t470400", "not_a_number"],
    ["J3\t3925450.1.2\t470400", "not_a_number"],
    ["J3\t\t470400", "figure_missing"],
    ["J3\t3925450", "not_a_number"],
    ["J3\t1\t3925450\t470400\t12", "too_many_figures"],
  ])("%j is a fault with its line, and nothing else is lost", (line, code) => {
    const lines = table(OUTSIDE).split("\n");
    lines.splice(2, 0, line);
    const found = readCorners(lines.join("\n"));
    expect(found.faults).toEqual([{ line: 3, code, text: line }]);
    expect(found.rings.flat()).toHaveLength(4);
  });

  it("is nothing in an empty text, and a ring of two corners encloses nothing", () => {
    for (const text of ["", "\n\n", "  \t ", "地块一"])
      expect(readCorners(text)).toMatchObject({ rings: [], faults: [] });
    expect(readCorners(table(OUTSIDE.slice(0, 2))).faults).toMatchObject([{ line: 1, code: "ring_short" }]);
  });

  it("ten times as many lines take ten times as long, not a hundred times, and all are read", () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `J${i}\t${3925450 + i / 10}\t${470400 + ((i * 7) % 100)}`);
    const timeOf = (count: number) => {
      const text = lines.slice(0, count).join("\n");
      const start = performance.now();
      expect(readCorners(text).rings.flat()).toHaveLength(count);
      return performance.now() - start;
    };
    timeOf(1000);
    const least = Math.min(timeOf(10_000), timeOf(10_000), timeOf(10_000));
    expect(timeOf(100_000)).toBeLessThan(40 * least);
  });
});

describe("any table", () => {
  let seed = 17;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const signs = [
    "J1",
    "1",
    " ",
    "\t",
    ",",
    ";",
    "\n",
    "\n\n",
    "3925450.1",
    "470400.5",
    "NaN",
    "-",
    "@",
    "[地块坐标]",
    "X",
    "北",
    "°",
    "116.6",
    "1e9",
    "’",
  ];

  it("is read without an exception: every line is a corner, a fault, aside or empty", () => {
    for (let round = 0; round < 2000; round++) {
      const text = Array.from(
        { length: Math.floor(random() * 40) },
        () => signs[Math.floor(random() * signs.length)],
      ).join("");
      const found = readCorners(text);
      for (const { first, second } of found.rings.flat())
        expect(Number.isFinite(first) && Number.isFinite(second)).toBe(true);
      const read = readAs(found.rings, OFFICE);
      expect(["placed", "not-placed"]).toContain(read.kind);
    }
  });

  it("that is written from a drawing is read as that drawing, in every system and order", () => {
    const { drawn } = placed(`${table(OUTSIDE)}\n\n${table(HOLE)}\n\n${table(BESIDE)}`, OFFICE);
    for (const system of COORDINATE_SYSTEMS)
      for (const order of ["north-first", "east-first"] as const) {
        const again = placed(writeCorners(drawn, { system, order }), { system, order }).drawn;
        expect(partsOf(again).map((rings) => rings.map(({ length }) => length))).toEqual([[5, 5], [5]]);
        const [was, is] = [drawn, again].map((one) => partsOf(one).flat(2).map(toPlane));
        was?.forEach(([east, north], i) => {
          expect(Math.hypot((is?.[i]?.[0] ?? 0) - east, (is?.[i]?.[1] ?? 0) - north)).toBeLessThan(0.002);
        });
      }
  });

  it("written in any system and order comes back to where it was", () => {
    for (let round = 0; round < 200; round++) {
      const centre: Pair = [465000 + random() * 10000, 3915000 + random() * 15000];
      const count = 3 + Math.floor(random() * 20);
      const corners = Array.from({ length: count }, (_, i): Pair => {
        const [angle, far] = [(2 * Math.PI * i) / count, 50 + random() * 400];
        return [centre[0] + far * Math.sin(angle), centre[1] + far * Math.cos(angle)];
      });
      const isPrefixed = random() < 0.5;
      const isNorthFirst = random() < 0.5;
      const prefix = isPrefixed ? ZONE_39 : 0;
      const text = corners
        .map(([east, north], i) => {
          const pair = [north.toFixed(4), (east + prefix).toFixed(4)];
          return [i + 1, ...(isNorthFirst ? pair : pair.reverse())].join(random() < 2 ? "\t" : ",");
        })
        .join("\n");
      const reading: Reading = {
        system: isPrefixed ? "EPSG:4527" : "EPSG:4548",
        order: isNorthFirst ? "north-first" : "east-first",
      };
      const [part] = partsOf(placed(text, reading).drawn);
      part?.[0]?.slice(0, -1).forEach((corner, i) => {
        const [east, north] = toPlane(corner);
        expect(Math.hypot(east - (corners[i]?.[0] ?? 0), north - (corners[i]?.[1] ?? 0))).toBeLessThan(0.001);
      });
      // whatever else was said, this reading is the one that is offered
      const said: Reading = { system: isPrefixed ? "EPSG:4548" : "EPSG:4527", order: reading.order };
      expect(offered(text, said).map((offer) => offer.reading)).toEqual([reading]);
    }
  });
});
