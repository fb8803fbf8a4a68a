import { describe, expect, it } from "vitest";
import { insertAt } from "./insert.ts";

describe("words put into a text", () => {
  it.each([
    ["", "number", 0, 0, "number|"],
    ["number", ">", 6, 6, "number >|"],
    ["a = 1 b = 2", "AND", 5, 6, "a = 1 AND |b = 2"],
    ["a IN (", "'x'", 6, 6, "a IN ('x'|"],
    ["a IN ()", "'x'", 6, 6, "a IN ('x'|)"],
    ["old = 1", "new", 0, 3, "new| = 1"],
  ])("%j with %j", (text, words, from, to, expected) => {
    const { text: after, caret } = insertAt(text, words, from, to);
    expect(`${after.slice(0, caret)}|${after.slice(caret)}`).toBe(expected);
  });
});
