import { expect, test } from "vitest";
import { area, clipped, group, line, type Primitive } from "./primitives.ts";
import { toSvg } from "./svg.ts";

const ring = [
  [0, 0],
  [10, 0],
  [10, 10],
] as const;

test("Two drawings in one page keep their patterns and clips apart by name", () => {
  const drawing: Primitive[] = [
    clipped([ring], [line([ring], { paint: { pattern: "hatch", colour: "#123456" }, width: 2 })]),
  ];
  const [a, b] = [toSvg(drawing, "a"), toSvg(drawing, "b")];
  expect(a).toContain('id="a-c0"');
  expect(a).toContain("url(#a-p0)");
  expect(b).not.toContain("a-c0");
});

test("One pattern is defined once, however often it is used", () => {
  const hatch = { pattern: "hatch", colour: "#123456" } as const;
  const svg = toSvg([area([ring], hatch), area([ring], hatch)], "x");
  expect(svg.match(/<pattern /g)).toHaveLength(1);
});

test("Text is written as text, never as markup", () => {
  const svg = toSvg(
    [{ kind: "text", text: "<b>&", at: [0, 0], size: 12, weight: 400, family: "sans", colour: "#000" }],
    "x",
  );
  expect(svg).toContain("&#60;b&#62;&#38;");
  expect(svg).not.toContain("<b>");
});

test("A halo lies behind its letters", () => {
  const halo = { colour: "#fff", width: 3 };
  const svg = toSvg(
    [{ kind: "text", text: "轴", at: [0, 0], size: 12, weight: 400, family: "song", colour: "#000", halo }],
    "x",
  );
  expect(svg).toContain('paint-order="stroke"');
});

test("A group at full strength is no group", () => {
  expect(group(1, [area([ring], "#000")])).toHaveLength(1);
  expect(group(1, [area([ring], "#000")])[0]?.kind).toBe("path");
  expect(group(0.5, [area([ring], "#000")])[0]?.kind).toBe("group");
  expect(group(0.5, [])).toEqual([]);
});
