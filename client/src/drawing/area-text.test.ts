import { expect, it } from "vitest";
import { areaTexts } from "./area-text.ts";

it("says an area to a tenth of a 亩, a hundredth of a hectare and whole square metres", () => {
  const plain = (m2: number, language: "zh" | "en") =>
    areaTexts(m2, language).map((text) => text.replace("\u2009", " "));
  expect(plain(343_829, "zh")).toEqual(["515.7 亩", "34.38 ha", "343,829 m²"]);
  expect(plain(131_000, "en")).toEqual(["196.5 mu", "13.1 ha", "131,000 m²"]);
});
