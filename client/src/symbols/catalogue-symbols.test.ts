import { describe, expect, test } from "vitest";
import { collectionDefinitions, drawOrder, kindOfGeometry, term, vocabularies } from "../catalogue.ts";
import { glyphs } from "./glyphs.ts";
import { inkOf, marker, shapeOf } from "./markers.ts";
import { layerStyle, symbols } from "./style.ts";
import { svgPicture } from "./svg.ts";
import { SWATCH, swatch } from "./swatch.ts";

const terms = (vocabulary: string) => vocabularies.get(vocabulary)?.terms ?? [];
const themes = ["light", "dark"] as const;

/** Every string anywhere in a value. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return value && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
}

describe("the style table", () => {
  test("speaks of collections that there are", () => {
    const ids = collectionDefinitions.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(symbols.layers)));
    expect([...drawOrder].sort()).toEqual([...ids].sort());
  });

  test("draws each geometry type with an entry of its own kind", () => {
    for (const { id, geometry_type } of collectionDefinitions) {
      expect(layerStyle(id).kind, id).toBe(kindOfGeometry(geometry_type));
    }
  });

  test("gives an overlay nobody has heard of the entry of its geometry", () => {
    expect(layerStyle("overlay-sewers", "MultiLineString").kind).toBe("line");
    expect(layerStyle("overlay-sites", "Polygon").kind).toBe("area");
    expect(layerStyle("overlay-wells", "Point").kind).toBe("point");
  });

  test("gives what has no entry nothing that says what it is: no drawing, no character, no samples", () => {
    for (const type of ["MultiPolygon", "MultiLineString", "Point"]) {
      const style = layerStyle("overlay-unheard-of", type);
      expect([style.drawing, style.char, style.samples], type).toEqual([undefined, undefined, undefined]);
    }
  });

  test("has the same colours in light and dark, each a plain colour", () => {
    expect(Object.keys(symbols.palette.dark).sort()).toEqual(Object.keys(symbols.palette.light).sort());
    for (const theme of themes)
      for (const value of strings(symbols.palette[theme])) expect(value).toMatch(/^#[0-9A-F]{6}$/);
  });

  test("names only colours, labels and layers that exist", () => {
    const known = new Set([
      ...Object.keys(symbols.palette.light),
      ...Object.keys(symbols.labels),
      "area",
      "line",
      "point",
      "reeds",
    ]);
    for (const [id, entry] of Object.entries(symbols.layers)) {
      for (const name of strings({ ...entry, char: [], drawing: [], samples: [] }))
        expect(known, `${id}: ${name}`).toContain(name);
    }
    for (const tint of Object.values(symbols.tints)) expect(symbols.palette.light, tint).toHaveProperty(tint);
    for (const id of Object.values(symbols.fallback)) expect(symbols.layers).toHaveProperty(id);
  });

  test("gives every tint of the structure its line and its text", () => {
    for (const [code, tint] of Object.entries(symbols.tints)) {
      expect(symbols.palette.light, code).toHaveProperty(`${tint}-text`);
      if (!code.startsWith("axis-")) expect(symbols.palette.light, code).toHaveProperty(`${tint}-line`);
    }
  });
});

describe("the vocabularies that are drawn", () => {
  test("every chain has a colour in both themes and a character of its own", () => {
    const chars = terms("industry_chain").map((entry) => entry.char);
    expect(new Set(chars).size).toBe(chars.length);
    for (const entry of terms("industry_chain"))
      for (const theme of themes) expect(entry.colour?.[theme], entry.code).toMatch(/^#/);
  });

  test("every plan status has a colour, a shape of its own and a fill of the table", () => {
    const statuses = terms("plan_status");
    expect(new Set(statuses.map((entry) => entry.shape)).size).toBe(statuses.length);
    const drawn = ["disc", "half-square", "ring", ...Object.keys(symbols.marker_shapes)];
    for (const entry of statuses) {
      expect(symbols.status_fill, entry.code).toHaveProperty(String(entry.fill));
      expect(drawn, entry.code).toContain(entry.shape);
    }
  });

  test("every road class has a width and every kind of hub a sign", () => {
    const classes = layerStyle("roads").classes as Record<string, unknown>;
    for (const entry of terms("road_class")) expect(classes, entry.code).toHaveProperty(entry.code);
    for (const entry of terms("hub_kind")) expect(glyphs, entry.code).toHaveProperty(String(entry.glyph));
  });
});

describe("the legend", () => {
  test("has a picture of every collection in both themes", () => {
    for (const { id } of collectionDefinitions) {
      const [light, dark] = themes.map((theme) => svgPicture(swatch(id, theme), SWATCH.width, SWATCH.height, id));
      expect(light, id).toMatch(/<(path|circle)/);
      expect(light, id).not.toContain("NaN");
      expect(dark, id).not.toBe(light);
    }
  });

  test("tells the four urban clusters apart", () => {
    const codes = Object.keys(symbols.tints).filter((code) => code.startsWith("urban-cluster-"));
    const pictures = codes.map((code) => svgPicture(swatch("urban-clusters", "light", code), 32, 20, "x"));
    expect(new Set(pictures).size).toBe(4);
  });

  test("draws every status in a shape that needs no colour to be told apart", () => {
    const pictures = terms("plan_status").map((entry) => {
      const look = { shape: shapeOf(entry.code), ink: "#000", ground: "#fff" };
      return svgPicture(marker([10, 10], 7, look), 20, 20, "x");
    });
    expect(new Set(pictures).size).toBe(terms("plan_status").length);
  });

  test("takes a neutral ink outside the ten chains", () => {
    expect(inkOf("industry_chain", null, "light")).toBe(symbols.palette.light.neutral);
    expect(inkOf("industry_chain", "biopharma", "dark")).toBe(term("industry_chain", "biopharma")?.colour?.dark);
  });
});
