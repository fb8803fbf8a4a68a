import { afterEach, expect, test } from "vitest";
import { language } from "../../language/view.ts";
import { quantityOf } from "./outputs.tsx";

const output = (unit_zh: string, unit_en: string) => ({
  what_zh: "甲",
  what_en: "a",
  quantity: 1,
  unit_zh,
  unit_en,
  per: null,
  paragraph: "fyp14-box-4-1-item-3",
});

afterEach(() => {
  language.value = "zh";
});

test.each([
  ["元", "CNY", 100_000_000_000, "1000 亿元", "CNY 100 billion"],
  ["元/亩", "CNY per mu", 10_000_000, "1000 万元/亩", "CNY 10 million per mu"],
  ["支", "vials", 330_000_000, "3.3 亿支", "330,000,000 vials"],
  ["亩", "mu", 12_000, "1.2 万亩", "12,000 mu"],
  ["台", "units", 500, "500 台", "500 units"],
])("a quantity in %s is written as the plan writes it", (zh, en, quantity, inChinese, inEnglish) => {
  const said = () => quantityOf(output(zh, en), quantity).replaceAll("\u2009", " ");
  language.value = "zh";
  expect(said()).toBe(inChinese);
  language.value = "en";
  expect(said()).toBe(inEnglish);
});
