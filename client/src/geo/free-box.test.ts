import { expect, test } from "vitest";
import { freeBox } from "./free-box.ts";

const whole = { left: 0, top: 0, right: 1000, bottom: 600 };

test("a bar takes the edge it stands at, and what stands elsewhere nothing", () => {
  expect(freeBox(whole, [{ left: 100, top: 0, right: 900, bottom: 50 }])).toEqual({ ...whole, top: 50 });
  expect(freeBox(whole, [{ left: 960, top: 200, right: 1000, bottom: 500 }])).toEqual({ ...whole, right: 960 });
  expect(freeBox(whole, [{ left: 1100, top: 0, right: 1200, bottom: 50 }])).toEqual(whole);
});

test("one after the other: what a bar has cut away already costs nothing more", () => {
  const bar = { left: 0, top: 500, right: 600, bottom: 600 };
  const badge = { left: 700, top: 560, right: 900, bottom: 590 };
  expect(freeBox(whole, [badge, bar])).toEqual({ ...whole, bottom: 500 });
});

test("an obstacle that would leave no room is not counted", () => {
  const small = { left: 0, top: 0, right: 150, bottom: 150 };
  expect(freeBox(small, [{ left: 60, top: 60, right: 90, bottom: 90 }])).toEqual(small);
});
