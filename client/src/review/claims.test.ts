import { expect, it } from "vitest";
import { claimsOf } from "./queue.ts";

it("shows who reviews all lists, and what waits for their word where they speak for a department", () => {
  expect(claimsOf(true, false)).toEqual(["mine", "nobody", "waiting", "others"]);
  expect(claimsOf(true, true)).toEqual(["mine", "nobody", "waiting", "others", "asked"]);
});

it("shows everybody else what waits for their word alone", () => {
  expect(claimsOf(false, true)).toEqual(["asked"]);
});
