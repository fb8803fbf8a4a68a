import { expect, it } from "vitest";
import { evenColumns } from "./even-columns.ts";

it("any number stands in even rows of at most five", () => {
  const columns = [0, 1, 3, 5, 6, 7, 8, 9, 10, 11].map((count) => evenColumns(count, 5));
  expect(columns).toEqual([1, 1, 3, 5, 3, 4, 4, 5, 5, 4]);
});

it("no row is longer than it may be, and no more rows are made than that asks for", () => {
  for (let count = 1; count < 40; count++)
    for (const most of [1, 3, 5]) {
      const columns = evenColumns(count, most);
      expect(columns).toBeLessThanOrEqual(most);
      expect(Math.ceil(count / columns)).toBe(Math.ceil(count / most));
    }
});
