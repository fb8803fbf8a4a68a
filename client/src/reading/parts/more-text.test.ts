import { afterEach, expect, it } from "vitest";
import { language } from "../../language/view.ts";
import { moreText } from "./more-text.ts";

afterEach(() => {
  language.value = "zh";
});

it("says how many more there are, as far as they were counted", () => {
  language.value = "zh";
  expect(moreText({ count: 30, isExact: true })).toBe("另有 30 个");
  expect(moreText({ count: 900, isExact: false })).toBe("另有 900 个以上");
  expect(moreText({ count: 0, isExact: false })).toBe("另有更多");
  language.value = "en";
  expect(moreText({ count: 30, isExact: true })).toBe("and 30 more");
  expect(moreText({ count: 900, isExact: false })).toBe("and over 900 more");
  expect(moreText({ count: 0, isExact: false })).toBe("and more");
});
