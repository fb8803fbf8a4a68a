import { describe, expect, it } from "vitest";
import { toGaussKruger } from "../geo/gauss-kruger.ts";
import { drawnOf, type PastedSystem, readGeometry } from "./geometry-text.ts";

const area = (text: string, system: PastedSystem = "EPSG:4490") => readGeometry(text, "area", system);
const square = [
  [
    [116.5, 35.4],
    [116.6, 35.4],
    [116.6, 35.5],
    [116.5, 35.4],
  ],
];

describe("a geometry that is pasted", () => {
  it("is read from GeoJSON, a feature or a collection of one", () => {
    const geometry = { type: "Polygon", coordinates: square };
    for (const form of [
      geometry,
      { type: "Feature", properties: {}, geometry },
      { type: "FeatureCollection", features: [{ type: "Feature", geometry }] },
    ])
      expect(area(JSON.stringify(form))).toEqual({ geometry });
  });

  it("is read from WKT, with or without its system", () => {
    const ring = "116.5 35.4, 116.6 35.4, 116.6 35.5, 116.5 35.4";
    expect(area(`POLYGON ((${ring}))`)).toEqual({ geometry: { type: "Polygon", coordinates: square } });
    expect(area(`SRID=4490;multipolygon(((${ring})))`)).toEqual({
      geometry: { type: "MultiPolygon", coordinates: [square] },
    });
    expect(readGeometry("LINESTRING Z (116 35 1, 117 36 2)", "line", "EPSG:4326")).toEqual({
      geometry: {
        type: "LineString",
        coordinates: [
          [116, 35],
          [117, 36],
        ],
      },
    });
    expect(readGeometry("POINT(116 35)", "point", "EPSG:4490")).toEqual({
      geometry: { type: "Point", coordinates: [116, 35] },
    });
  });

  it("is taken from the metres of both projected systems", () => {
    const [x, y] = toGaussKruger(116.6, 35.4);
    const at = { geometry: { type: "Point", coordinates: [116.6, 35.4] } };
    expect(readGeometry(`POINT(${x} ${y})`, "point", "EPSG:4548")).toEqual(at);
    expect(readGeometry(`POINT(${x + 39e6} ${y})`, "point", "EPSG:4527")).toEqual(at);
  });

  it.each([
    ["", "geometry_unread"],
    ["POLYGON ((1 2, 3", "geometry_unread"],
    ['{"type":"Polygon","coordinates":[1,2]}', "geometry_unread"],
    ['{"type":"Polygon","coordinates":[[["a",2]]]}', "geometry_unread"],
    ['{"type":"GeometryCollection","geometries":[]}', "geometry_unread"],
    ["POINT(116 35)", "geometry_other_kind"],
    ["POLYGON ((460000 3900000, 460100 3900000, 460100 3900100, 460000 3900000))", "geometry_no_degrees"],
  ])("%s is refused: %s", (text, fault) => {
    expect(area(text)).toEqual({ fault });
  });
});

describe("the shape of a draft", () => {
  it("is drawn where it can be, and is nothing where it is something else", () => {
    const polygon = { type: "Polygon", coordinates: square };
    expect(drawnOf(polygon)).toEqual(polygon);
    const others = [null, 5, {}, { type: "Curve" }, { type: "Polygon", coordinates: [null] }, { type: "Polygon" }];
    const more = [
      { type: "MultiPolygon", coordinates: [[[[1]]]] },
      { type: "Point", coordinates: ["a", "b"] },
      { type: "GeometryCollection", geometries: [] },
      { type: "MultiPoint", coordinates: [[116.5, 35.4]] },
      { type: "Point", coordinates: [1e308, 35.4] },
      {
        type: "Polygon",
        coordinates: [
          [
            [116.5, 35.4],
            [116.51, 35.4],
            [116.5, 1e308],
            [116.5, 35.4],
          ],
        ],
      },
    ];
    for (const shape of [...others, ...more]) expect(drawnOf(shape)).toBeNull();
  });

  it("has its rings closed, so that no corner of one that is not is lost", () => {
    const open = square.map((ring) => ring.slice(0, -1));
    expect(drawnOf({ type: "Polygon", coordinates: open })).toEqual({ type: "Polygon", coordinates: square });
    expect(drawnOf({ type: "MultiPolygon", coordinates: [open, square] })).toEqual({
      type: "MultiPolygon",
      coordinates: [square, square],
    });
  });
});
