import type { Language } from "./view.ts";

/** Numbers with their units, as people read them in each language. Thin space before a unit, never a false precision. */
const THIN = "\u2009";
/** Square metres of a 亩: fifteen are a hectare. */
export const MU_M2 = 10_000 / 15;
export const MU: Readonly<Record<Language, string>> = { zh: "亩", en: "mu", ja: "ムー", ko: "무" };
const LOCALES: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en", ja: "ja-JP", ko: "ko-KR" };

// making a formatter costs a hundred times what using it does, and a list uses many
const formatters = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, language: Language, digits = 2): string {
  const key = `${language} ${digits}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits });
    formatters.set(key, formatter);
  }
  return formatter.format(value);
}

/** Of 万 and 亿 the plan writes the digits without a break: 1000 亿元. */
const inMyriads = (value: number, size: number): string => formatNumber(value / size, "zh").replaceAll(",", "");

/** Whether two decimals of a multiple say the whole figure: 44,257 is not 4.43 万. */
const isRound = (value: number, size: number): boolean =>
  Math.abs(value) >= size && Math.abs(Math.round((value / size) * 100) / 100 - value / size) < 1e-9;

const join = (number: string, unit: string) => `${number}${THIN}${unit}`;

/** East Asia counts in ten thousands and their square; what is counted follows at once, in Korean after a space. */
type Myriads = { small: string; large: string; CNY: string; USD: string };
const MYRIADS: Readonly<Partial<Record<Language, Myriads>>> = {
  zh: { small: "万", large: "亿", CNY: "元", USD: "美元" },
  ja: { small: "万", large: "億", CNY: "元", USD: "米ドル" },
  ko: { small: "만", large: "억", CNY: " 위안", USD: " 달러" },
};

/** The others count money in 万 and 亿, English in million and billion. */
export function formatMoney(value: number, currency: "CNY" | "USD", language: Language): string {
  const size = Math.abs(value);
  const myriads = MYRIADS[language];
  if (myriads) {
    const unit = myriads[currency];
    const separator = language === "ko" ? "" : THIN;
    if (size >= 1e8) return `${inMyriads(value, 1e8)}${separator}${myriads.large}${unit}`;
    if (isRound(value, 1e4)) return `${inMyriads(value, 1e4)}${separator}${myriads.small}${unit}`;
    return `${formatNumber(value, language)}${separator}${unit}`;
  }
  if (size >= 1e9) return join(currency, join(formatNumber(value / 1e9, "en"), "billion"));
  if (size >= 1e6) return join(currency, join(formatNumber(value / 1e6, "en"), "million"));
  return join(currency, formatNumber(value, "en"));
}

/** Floor area as the plan gives it, in 万平方米. */
export function formatFloorArea(m2: number, language: Language): string {
  if (language === "zh" && m2 >= 1e4) return join(inMyriads(m2, 1e4), "万平方米");
  return join(formatNumber(m2, language, 0), language === "zh" ? "平方米" : "m²");
}

/** Land in 亩 (in Chinese 万亩 from there on, as the plan writes it), hectares and m² (km² where m² would be a row of digits). */
export function formatLandArea(m2: number, language: Language): string {
  const mu = m2 / MU_M2;
  const digits = mu < 100 ? 1 : 0;
  const metric = m2 >= 1e6 ? join(formatNumber(m2 / 1e6, language), "km²") : join(formatNumber(m2, language, 0), "m²");
  // 2.3 万亩 is a round figure, and its area in m² is none
  const inMu = language === "zh" && mu >= 9_999.5 ? join(inMyriads(Math.round(mu), 1e4), "万亩") : null;
  return [
    inMu ?? join(formatNumber(mu, language, digits), MU[language]),
    join(formatNumber(m2 / 1e4, language, digits), "ha"),
    metric,
  ].join(" · ");
}

export function formatLength(metres: number, language: Language): string {
  if (metres < 1000) return join(formatNumber(metres, language, 0), "m");
  return join(formatNumber(metres / 1000, language, metres < 10_000 ? 2 : 1), "km");
}

/** How far the drawn geometry may be from the truth: kilometres from one on. */
export function formatAccuracy(metres: number, language: Language): string {
  if (metres < 1000) return `±${join(formatNumber(metres, language, 0), "m")}`;
  return `±${join(formatNumber(metres / 1000, language, 1), "km")}`;
}

export function formatAccuracyRange(from: number, to: number, language: Language): string {
  if (from === to) return formatAccuracy(to, language);
  if (from < 1000) return `${formatAccuracy(from, language)} – ${formatAccuracy(to, language).slice(1)}`;
  return `±${formatNumber(from / 1000, language, 1)}–${join(formatNumber(to / 1000, language, 1), "km")}`;
}

/** A value in a unit of the vocabulary `unit`; `unitWord` is that term's word in the language. */
export function formatValue(value: number, unit: string, unitWord: string, language: Language): string {
  if (unit === "CNY" || unit === "USD") return formatMoney(value, unit, language);
  if (unit === "%") return `${formatNumber(value, language)}%`;
  if (unit.startsWith("CNY/")) {
    const per = unitWord.replace(/^(?:元|CNY|위안)/, "");
    return `${formatMoney(value, "CNY", language)}${language === "en" && !per.startsWith(" ") ? " " : ""}${per}`;
  }
  const myriads = MYRIADS[language];
  const [size, word] = isRound(value, 1e8) ? [1e8, myriads?.large] : [1e4, myriads?.small];
  if (word && isRound(value, size))
    return language === "ko"
      ? `${inMyriads(value, size)}${word} ${unitWord}`
      : join(inMyriads(value, size), `${word}${unitWord}`);
  return join(formatNumber(value, language), unitWord);
}

/** Twenty is 二十: chapters of the plan are cited in its own numerals. */
export function chineseNumeral(value: number): string {
  const digits = "零一二三四五六七八九";
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (value < 10) return digits[value] ?? String(value);
  return `${tens === 1 ? "" : digits[tens]}十${ones === 0 ? "" : digits[ones]}`;
}

/** ① to ⑳, as the plan numbers the items of a box; beyond that the bare figure. */
export function circled(value: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : `(${value})`;
}

const ofDays = new Map<Language, Intl.DateTimeFormat>();

/** A day, as the language writes it: 2026年5月29日, 29 May 2026. `instant` in ISO 8601. */
export function formatDate(instant: string, language: Language): string {
  let formatter = ofDays.get(language);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language === "en" ? "en-GB" : LOCALES[language], { dateStyle: "long" });
    ofDays.set(language, formatter);
  }
  return formatter.format(new Date(instant));
}
