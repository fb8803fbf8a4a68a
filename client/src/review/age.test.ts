import { describe, expect, it } from "vitest";
import { ageWords } from "./age.ts";

const now = Date.parse("2026-11-30T12:00:00Z");

describe("how long ago something was", () => {
  it.each([
    ["2026-11-30T11:59:50Z", "this minute", "此刻"],
    ["2026-11-30T11:30:00Z", "30 minutes ago", "30分钟前"],
    ["2026-11-30T10:00:00Z", "2 hours ago", "2小时前"],
    ["2026-11-29T11:00:00Z", "yesterday", "昨天"],
    ["2026-11-20T12:00:00Z", "10 days ago", "10天前"],
    // a clock that is behind
    ["2026-11-30T12:05:00Z", "this minute", "此刻"],
  ])("%s is %s", (instant, en, zh) => {
    expect([ageWords(instant, "en", now), ageWords(instant, "zh", now)]).toEqual([en, zh]);
  });
});
