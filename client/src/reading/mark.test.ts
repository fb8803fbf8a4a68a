import { expect, it } from "vitest";
import { figureMark, type Mark, parseMark, serialiseMark } from "./mark.ts";

it("gives back every mark it was written from", () => {
  const marks: Mark[] = [
    { kind: "attribute", name: "investment_cny" },
    figureMark(4.75e9, "CNY"),
    figureMark(-2.5, "%"),
    figureMark(10_000_000, "CNY/mu"),
    figureMark(9, null),
    { kind: "words", words: "科创中轴 & 1=2" },
    { kind: "span", start: 0, end: 25 },
  ];
  for (const mark of marks) expect(parseMark(serialiseMark(mark))).toEqual(mark);
});

it("takes nothing for a mark that is none", () => {
  for (const text of [null, "", '"', "=x~CNY", "1-", "'; --", "A", `"${"长".repeat(200)}`])
    expect(parseMark(text)).toBeNull();
});
