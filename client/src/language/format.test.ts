import { describe, expect, it } from "vitest";
import {
  chineseNumeral,
  circled,
  formatAccuracy,
  formatAccuracyRange,
  formatDate,
  formatFloorArea,
  formatLandArea,
  formatLength,
  formatMoney,
  formatValue,
} from "./format.ts";

const plain = (text: string) => text.replaceAll("\u2009", " ");

describe("figures", () => {
  it.each([
    [750_000_000, "7.5 亿元", "CNY 750 million"],
    [100_000_000_000, "1000 亿元", "CNY 100 billion"],
    [44_257, "44,257 元", "CNY 44,257"],
    [0, "0 元", "CNY 0"],
  ])("money %d reads %s and %s", (value, zh, en) => {
    expect(plain(formatMoney(value, "CNY", "zh"))).toBe(zh);
    expect(plain(formatMoney(value, "CNY", "en"))).toBe(en);
  });

  it.each([
    [750_000_000, "7.5 億元", "7.5억 위안"],
    [100_000_000_000, "1000 億元", "1000억 위안"],
    [44_257, "44,257 元", "44,257 위안"],
    [0, "0 元", "0 위안"],
  ])("money %d reads %s and %s in the languages of investors", (value, ja, ko) => {
    expect(plain(formatMoney(value, "CNY", "ja"))).toBe(ja);
    expect(plain(formatMoney(value, "CNY", "ko"))).toBe(ko);
  });

  it("dollars are those of the language", () => {
    expect(plain(formatMoney(1_200_000_000, "USD", "ja"))).toBe("12 億米ドル");
    expect(plain(formatMoney(1_200_000_000, "USD", "ko"))).toBe("12억 달러");
  });

  it("floor area keeps the plan's 万平方米", () => {
    expect(plain(formatFloorArea(100_000, "zh"))).toBe("10 万平方米");
    expect(plain(formatFloorArea(100_000, "en"))).toBe("100,000 m²");
  });

  it("land is told in 亩, hectares and m²: 55,000 亩 is 36.67 km²", () => {
    expect(plain(formatLandArea((55_000 * 10_000) / 15, "zh"))).toBe("5.5 万亩 · 3,667 ha · 36.67 km²");
    expect(plain(formatLandArea((55_000 * 10_000) / 15, "en"))).toBe("55,000 mu · 3,667 ha · 36.67 km²");
    expect(plain(formatLandArea((9_000 * 10_000) / 15, "zh"))).toBe("9,000 亩 · 600 ha · 6 km²");
    expect(plain(formatLandArea(20_000, "zh"))).toBe("30 亩 · 2 ha · 20,000 m²");
    expect(plain(formatLandArea(20_000, "ja"))).toBe("30 ムー · 2 ha · 20,000 m²");
    expect(plain(formatLandArea(20_000, "ko"))).toBe("30 무 · 2 ha · 20,000 m²");
  });

  it("length turns to kilometres at one", () => {
    expect(plain(formatLength(999, "zh"))).toBe("999 m");
    expect(plain(formatLength(1234, "zh"))).toBe("1.23 km");
    expect(plain(formatLength(19_440, "en"))).toBe("19.4 km");
  });

  it("accuracy is one figure or a range", () => {
    expect(plain(formatAccuracy(1500, "zh"))).toBe("±1.5 km");
    expect(plain(formatAccuracyRange(1200, 3000, "zh"))).toBe("±1.2–3 km");
    expect(plain(formatAccuracyRange(150, 6000, "zh"))).toBe("±150 m – 6 km");
    expect(plain(formatAccuracyRange(2000, 2000, "zh"))).toBe("±2 km");
  });

  it("values carry the unit of the vocabulary", () => {
    expect(plain(formatValue(310, "enterprise", "家", "zh"))).toBe("310 家");
    expect(plain(formatValue(350_000, "person", "人", "zh"))).toBe("35 万人");
    expect(plain(formatValue(200_000_000, "jin", "斤", "zh"))).toBe("2 亿斤");
    expect(plain(formatValue(12_345, "person", "人", "zh"))).toBe("12,345 人");
    expect(plain(formatValue(6.5, "%", "%", "zh"))).toBe("6.5%");
    expect(plain(formatValue(300_000, "CNY/mu", "元/亩", "zh"))).toBe("30 万元/亩");
    expect(plain(formatValue(300_000, "CNY/mu", "CNY per mu", "en"))).toBe("CNY 300,000 per mu");
    expect(plain(formatValue(300_000, "CNY/mu", "元／ムー", "ja"))).toBe("30 万元／ムー");
    expect(plain(formatValue(300_000, "CNY/mu", "위안/무", "ko"))).toBe("30만 위안/무");
    expect(plain(formatValue(350_000, "person", "명", "ko"))).toBe("35만 명");
    expect(plain(formatValue(310, "enterprise", "社", "ja"))).toBe("310 社");
  });
});

describe("days", () => {
  it.each([
    ["zh", "2026年5月29日"],
    ["en", "29 May 2026"],
    ["ja", "2026年5月29日"],
    ["ko", "2026년 5월 29일"],
  ] as const)("are written as %s does: %s", (language, day) => {
    expect(formatDate("2026-05-29T04:00:00Z", language)).toBe(day);
  });
});

describe("numbering", () => {
  it("writes chapters in the plan's numerals", () => {
    expect([1, 10, 12, 20, 21, 51].map(chineseNumeral)).toEqual(["一", "十", "十二", "二十", "二十一", "五十一"]);
  });

  it("circles what can be circled", () => {
    expect([1, 20, 21].map(circled)).toEqual(["①", "⑳", "(21)"]);
  });
});
