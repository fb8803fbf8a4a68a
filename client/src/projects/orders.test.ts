import { describe, expect, it } from "vitest";
import { feature } from "../features/fixture.ts";
import { compareIn } from "../features/order.ts";
import { orderOf } from "./lists.ts";
import type { ListSort } from "./view.ts";

const projects = [
  feature("project-4-10-1", { name_zh: "安", name_en: "Beta", investment_cny: null, plan_status: "existing" }),
  feature("project-4-2-1", { name_zh: "中", name_en: "Alpha", investment_cny: 0, plan_status: "not-stated" }),
  feature("project-4-2-10", { name_zh: "博", name_en: "Zeta", investment_cny: 5e8, plan_status: "planned" }),
];
const sorted = (by: ListSort, language: "zh" | "en" = "zh") =>
  [...projects].sort(compareIn(orderOf(by, language))).map(({ properties }) => properties.code);

describe("the order of the list", () => {
  it("follows the boxes of the plan, 4-10 after 4-2", () => {
    expect(sorted("plan")).toEqual(["project-4-2-1", "project-4-2-10", "project-4-10-1"]);
  });

  it("follows the names in the language shown, by their code points as the server does", () => {
    expect(sorted("name")).toEqual(["project-4-2-1", "project-4-2-10", "project-4-10-1"]);
    expect(sorted("name", "en")).toEqual(["project-4-2-1", "project-4-10-1", "project-4-2-10"]);
  });

  it("puts the largest investment first and the not stated last, after a stated zero", () => {
    expect(sorted("investment")).toEqual(["project-4-2-10", "project-4-2-1", "project-4-10-1"]);
  });

  it("follows the order of the statuses in the catalogue", () => {
    expect(sorted("status")).toEqual(["project-4-10-1", "project-4-2-10", "project-4-2-1"]);
  });
});
