import { describe, expect, it } from "vitest";
import { parseLocator } from "./locator.ts";
import { fullLocator, shortLocator } from "./locator-text.ts";

describe("a paragraph locator", () => {
  it.each([
    ["fyp14-box-4-1-item-3", "专栏 4-1 ③", "Box 4-1 ③"],
    ["fyp14-box-6-6-p1", "专栏 6-6", "Box 6-6"],
    ["fyp14-chapter-20-p3", "第二十章", "Ch. 20"],
    ["fyp14-chapter-51-p1", "第五十一章", "Ch. 51"],
    ["fyp14-part-12-p1", "第十二篇", "Part 12"],
    ["fyp14-chapter-6-row-2", "第六章 指标表 ②", "Ch. 6 table ②"],
  ])("%s reads %s and %s", (paragraph, zh, en) => {
    expect(shortLocator(paragraph, "zh")).toBe(zh);
    expect(shortLocator(paragraph, "en")).toBe(en);
  });

  it("is told from the part down to the item", () => {
    expect(fullLocator("fyp14-box-4-1-item-3", "zh")).toBe("第四篇 第十二章 专栏 4-1 第 3 项");
    expect(fullLocator("fyp14-chapter-20-p3", "en")).toBe("Part 6 Ch. 20 paragraph 3");
  });

  it("that is not one is shown as it is", () => {
    expect(parseLocator("elsewhere")).toBeNull();
    expect(shortLocator("elsewhere", "zh")).toBe("elsewhere");
  });
});
