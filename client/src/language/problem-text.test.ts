import { describe, expect, it } from "vitest";
import { problemText } from "./problem-text.ts";
import { language } from "./view.ts";

describe("a refusal in words", () => {
  it("names what was found and what would have fitted, in the language of the page", () => {
    const problem = { code: "filter-syntax", args: { found: ")", expected: "operand", offset: 3 } };
    expect(problemText(problem)).toBe("不应出现“)”，应为一个值或属性。");
    language.value = "en";
    expect(problemText(problem)).toBe('")" does not fit here; expected a value or a property.');
    language.value = "zh";
  });

  it("has no empty quotation marks where the text ends too early, and no empty type", () => {
    expect(problemText({ code: "filter-syntax", args: { found: "", expected: ")" } })).toBe("还没有写完，应为)。");
    expect(problemText({ code: "filter-type-mismatch", args: { found: "Geometry", expected: null } })).toBe(
      "几何图形不能用在这里。",
    );
  });

  it("offers what was meant where an input method wrote it in another way", () => {
    const args = { found: "１０", expected: null, suggestion: "10" };
    expect(problemText({ code: "filter-character-invalid", args })).toBe("这里不能出现这个字符：１０ 是否指 10 ？");
  });

  it("has words for a code that it does not know", () => {
    expect(problemText({ code: "no-such-code" })).toBe("服务器回答有误，请稍后再试。");
  });
});
