import { expect, it } from "vitest";
import { feature } from "../../features/fixture.ts";
import type { ChainFeature, Industry, NamedFeature } from "../requests.ts";
import { productLinks } from "./product-links.ts";

const cites = (paragraph: string, attribute: string | null = null) => ({
  plan: "fyp14",
  part: 4,
  chapter: 12,
  section: null,
  box: null,
  item: null,
  paragraph,
  attribute,
  basis: "stated" as const,
  rule: null,
});
const of = (collection: string, code: string, properties: Partial<ChainFeature> = {}): ChainFeature => ({
  ...feature(code, properties).properties,
  collection,
});
const named = (name_zh: string, paragraph: string, its: ChainFeature | null): NamedFeature => ({
  name_zh,
  paragraph,
  feature: its,
});
const output = (what_zh: string) => ({
  what_zh,
  what_en: what_zh,
  quantity: null,
  unit_zh: "",
  unit_en: "",
  per: null,
  paragraph: "p-9",
});

const industry = {
  projects: [
    of("projects", "by-name", { name_zh: "柱塞泵项目", enterprise: "builder" }),
    of("projects", "by-output", { outputs: [output("柱塞泵及马达")] }),
    of("projects", "by-paragraph", { citations: [cites("p-1")] }),
    of("projects", "by-figure-only", { citations: [cites("p-1", "investment_cny")] }),
    of("projects", "without-enterprise", { name_zh: "挖掘机项目" }),
  ],
  enterprises: [
    named("甲", "p-2", of("enterprises", "builder")),
    named("乙", "p-1", null),
    named("丙", "p-2", of("enterprises", "in-paragraph", { citations: [cites("p-1")] })),
    named("丁", "p-2", of("enterprises", "elsewhere", { citations: [cites("p-2")] })),
  ],
} as unknown as Industry;

const links = (zh: string, paragraph: string) => {
  const { projects, enterprises } = productLinks(industry, { zh, en: zh, paragraph });
  return [projects.map(({ code }) => code), enterprises.map(({ name_zh }) => name_zh)];
};

it("a product leads to what makes it and to what is named in its paragraph, not to what has a figure there", () => {
  expect(links("柱塞泵", "p-1")).toEqual([
    ["by-name", "by-output", "by-paragraph"],
    ["甲", "乙", "丙"],
  ]);
});

it("a project without an enterprise leads to none", () => {
  expect(links("挖掘机", "p-3")).toEqual([["without-enterprise"], []]);
  expect(links("无此产品", "p-4")).toEqual([[], []]);
});
