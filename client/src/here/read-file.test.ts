import { describe, expect, it } from "vitest";
import { readDrawing } from "./parts/read-file.ts";

const read = (text: string) => readDrawing(new TextEncoder().encode(text));
const square = [
  [116.6, 35.4],
  [116.61, 35.4],
  [116.61, 35.41],
  [116.6, 35.4],
];
const polygon = { type: "Polygon", coordinates: [square] };

describe("a file becomes a question", () => {
  it("from GeoJSON: a geometry, a feature, a collection, with heights left out", () => {
    expect(read(JSON.stringify(polygon))).toEqual({ drawn: polygon, said: "file_taken" });
    const high = { type: "Polygon", coordinates: [square.map((at) => [...at, 42])] };
    expect(read(JSON.stringify({ type: "Feature", geometry: high, properties: {} })).drawn).toEqual(polygon);
    const two = read(
      JSON.stringify({
        type: "FeatureCollection",
        features: [polygon, polygon].map((geometry) => ({ type: "Feature", geometry, properties: null })),
      }),
    );
    expect(two.drawn).toEqual({ type: "MultiPolygon", coordinates: [[square], [square]] });
  });

  it("closes a ring that a file has left open", () => {
    expect(read(JSON.stringify({ type: "Polygon", coordinates: [square.slice(0, 3)] })).drawn).toEqual(polygon);
  });

  it("says so when it takes the areas of several kinds", () => {
    const mixed = {
      type: "GeometryCollection",
      geometries: [{ type: "Point", coordinates: [116, 35] }, polygon],
    };
    expect(read(JSON.stringify(mixed))).toEqual({ drawn: polygon, said: "file_mixed" });
  });

  it("from KML, holes too, whatever its namespace", () => {
    const ring = (at: number[][]) =>
      `<LinearRing><coordinates>\n ${at.map(([x, y]) => `${x},${y},0`).join("\n ")}\n</coordinates></LinearRing>`;
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><Polygon><outerBoundaryIs>${ring(square)}</outerBoundaryIs><innerBoundaryIs>${ring(square)}</innerBoundaryIs></Polygon></Placemark></kml>`;
    expect(read(kml).drawn).toEqual({ type: "Polygon", coordinates: [square, square] });
  });

  it("from GPX: a track is a line, one around something an area", () => {
    const track = (at: number[][]) =>
      `<gpx><trk><trkseg>${at.map(([x, y]) => `<trkpt lat="${y}" lon="${x}"/>`).join("")}</trkseg></trk></gpx>`;
    expect(read(track(square.slice(0, 3))).drawn).toEqual({ type: "LineString", coordinates: square.slice(0, 3) });
    expect(read(track(square)).drawn).toEqual(polygon);
  });

  it.each([
    ["", "file_not_readable"],
    ["hello", "file_not_readable"],
    ["<html></html>", "file_not_readable"],
    ["{}", "file_not_readable"],
    ["[1]", "file_not_readable"],
    ['{"type":"Polygon","coordinates":"x"}', "file_not_readable"],
    ['{"type":"FeatureCollection","features":[]}', "file_nothing"],
    ["<kml></kml>", "file_nothing"],
  ])("%s is %s, and takes nothing away", (text, said) => {
    expect(read(text)).toEqual({ drawn: null, said });
  });
});
