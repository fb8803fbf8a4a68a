import { describe, expect, it } from "vitest";
import { addRing, addRow, type Column, cellOf, deleteRow, pasteCells, setCell } from "./edit-rows.ts";
import { readCorners } from "./read-corners.ts";

const tabs = "点号\tX\tY\nJ1\t10\t20\nJ2\t11\t21\nJ3\t12\t22";
const cellsIn = (text: string) =>
  readCorners(text).rows.map((row) => [
    row.ring,
    ...(["label", "first", "second"] as const).map((column) => cellOf(row, column)),
  ]);
const set = (text: string, line: number, column: Column, value: string) => setCell(text, line, column, value)?.text;

describe("the rows of a text", () => {
  it("are its corners with their lines and rings, and those that should be corners", () => {
    const { rows } = readCorners("地块一\nJ1,10,20\nJ2,NaN,21\nJ3,12,22\n\nJ4,13,23\n14,24");
    expect(rows.map(({ line, ring }) => [line, ring])).toEqual([
      [2, 0],
      [3, 0],
      [4, 0],
      [6, 1],
      [7, 1],
    ]);
    expect(rows.map((row) => cellOf(row, "first"))).toEqual(["10", "NaN", "12", "13", "14"]);
    expect(rows.map((row) => cellOf(row, "label"))).toEqual(["J1", "J2", "J3", "J4", ""]);
  });

  it.each([
    ["tabs", tabs, 3, "点号\tX\tY\nJ1\t10\t20\nJ2\t11.5\t21\nJ3\t12\t22"],
    ["commas", "J1,10,20\nJ2,11,21", 2, "J1,10,20\nJ2,11.5,21"],
    ["spaces, and a line that is left aside", "地块一\nJ1 10  20\nJ2 11  21", 3, "地块一\nJ1 10  20\nJ2 11.5 21"],
    [
      "the exchange format",
      "[地块坐标]\n1,1,1,甲,面,,,,@\nJ1,1,10,20",
      3,
      "[地块坐标]\n1,1,1,甲,面,,,,@\nJ1,1,11.5,20",
    ],
  ])("are changed where they stand: %s", (_, text, line, after) => {
    expect(set(text, line, "first", " 11.5 ")).toBe(after);
  });

  it("take full-width figures and such with separators as figures", () => {
    expect(set(tabs, 2, "first", "３９２６０７０．３")).toContain("J1\t3926070.3\t20");
    expect(set("J1,10,20", 1, "second", "470,395.2")).toBe("J1,10,470395.2");
  });

  it.each(["", "abc", "东北角", "#1", "?"])(
    "stay rows when %j is typed for a figure, and say what is wrong",
    (value) => {
      for (const text of [tabs, "J1,10,20\nJ2,11,21\nJ3,12,22", "J1 10 20\nJ2 11 21\nJ3 12 22"]) {
        const [row] = readCorners(text).rows;
        const next = set(text, row?.line ?? 0, "second", value) ?? "";
        const found = readCorners(next);
        expect(found.rows).toHaveLength(3);
        expect(found.faults).toHaveLength(1);
        expect(found.faults[0]).toMatchObject({
          line: row?.line,
          code: ["", "?"].includes(value) ? "figure_missing" : "not_a_number",
        });
      }
    },
  );

  it("get a number where they had none, and lose it", () => {
    expect(set("10 20\n11 21", 2, "label", "B 2")).toBe("10 20\nB2 11 21");
    expect(cellsIn(set("J1 10 20", 1, "label", "") ?? "")).toEqual([[0, "", "10", "20"]]);
  });

  it("refuse a number that would be read as a coordinate", () => {
    expect(setCell("10 20", 1, "label", "470395")).toBeNull();
  });
});

describe("a row more, or less", () => {
  it("goes on from the one before, and is not yet a corner", () => {
    const added = addRow(tabs, null);
    expect(added).toEqual({ text: `${tabs}\nJ4\t?\t?`, line: 5 });
    expect(readCorners(added.text).faults).toMatchObject([{ line: 5, code: "figure_missing" }]);
    expect(addRow("J1,10,20\nJ2,11,21", 1)).toEqual({ text: "J1,10,20\n,?,?\nJ2,11,21", line: 2 });
    expect(addRow("10 20", null).text).toBe("10 20\n? ?");
    expect(addRow("", null)).toEqual({ text: "J1\t?\t?", line: 1 });
  });

  it("has no height of another corner", () => {
    expect(addRow("J1\t3926070.3\t470395.2\t35.5", null).text).toBe("J1\t3926070.3\t470395.2\t35.5\nJ2\t?\t?\t");
  });

  it("begins a ring", () => {
    const { text, line } = addRing(`${tabs}\n`);
    expect(line).toBe(6);
    expect(cellsIn(text).at(-1)).toEqual([1, "J4", "", ""]);
    const exchange = "[地块坐标]\n3,1,1,甲,面,,,,@\nJ1,1,10,20\nJ2,1,11,20\nJ3,1,11,21";
    expect(cellsIn(addRing(exchange).text).at(-1)).toEqual([1, "J4", "", ""]);
  });

  it("leaves a ring closed that was closed by its first corner again", () => {
    const ring = "J1,10,20\nJ2,11,21\nJ3,12,20\nJ1,10,20";
    const text = `${ring}\nK1,1,2\nK2,2,3\nK3,3,2`;
    expect(cellsIn(text).map(([of, label]) => `${of}${label}`)).toEqual(["0J1", "0J2", "0J3", "1K1", "1K2", "1K3"]);
    const moved = set(text, 1, "first", "10.5") ?? "";
    expect(cellsIn(moved).map(([of, label]) => `${of}${label}`)).toEqual(["0J1", "0J2", "0J3", "1K1", "1K2", "1K3"]);
    expect(cellsIn(deleteRow(text, 1).text).map(([of, label]) => `${of}${label}`)).toEqual([
      "0J2",
      "0J3",
      "1K1",
      "1K2",
      "1K3",
    ]);
  });

  it("keeps one ring one where every second line is empty", () => {
    const text = "J1 10 20\n\nJ2 11 21\n\nJ3 12 20";
    expect(cellsIn(addRow(text, 3).text).map(([ring, label]) => [ring, label])).toEqual([
      [0, "J1"],
      [0, "J2"],
      [0, ""],
      [0, "J3"],
    ]);
  });

  it("gives the row that comes next when one is deleted", () => {
    expect(deleteRow(tabs, 3)).toEqual({ text: "点号\tX\tY\nJ1\t10\t20\nJ3\t12\t22", line: 3 });
    expect(deleteRow("J1 10 20", 1)).toEqual({ text: "", line: 0 });
  });
});

describe("cells that are pasted", () => {
  it("fill to the right and down, and add the rows that are missing", () => {
    const pasted = pasteCells(tabs, 4, "first", [
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(cellsIn(pasted?.text ?? "").slice(2)).toEqual([
      [0, "J3", "1", "2"],
      [0, "J4", "3", "4"],
      [0, "J5", "5", "6"],
    ]);
  });

  it("are number and figures where they are three, wherever they are pasted", () => {
    const pasted = pasteCells("J1\t?\t?", 1, "second", [
      ["A", "1", "2"],
      ["B", "3", "4"],
    ]);
    expect(cellsIn(pasted?.text ?? "")).toEqual([
      [0, "A", "1", "2"],
      [0, "B", "3", "4"],
    ]);
  });

  it("are refused where there are more columns than a row has", () => {
    expect(pasteCells(tabs, 2, "label", [["1", "2", "3", "4"]])).toBeNull();
  });

  it("of a thousand rows are there at once", () => {
    const grid = Array.from({ length: 1000 }, (_, i) => [`P${i}`, String(i), String(i + 1)]);
    const from = performance.now();
    const pasted = pasteCells("J1\t?\t?", 1, "label", grid);
    expect(readCorners(pasted?.text ?? "").rows).toHaveLength(1000);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
