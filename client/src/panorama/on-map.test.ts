import { afterEach, expect, it } from "vitest";
import { isClosed } from "../answer/answer.ts";
import { feature } from "../features/fixture.ts";
import { appearance, collections } from "../features/plan.ts";
import { NO_FILTER } from "../filter/filter.ts";
import { filter } from "../filter/view.ts";
import { showOnMap } from "./view.ts";

afterEach(() => {
  collections.value = new Map();
  filter.value = NO_FILTER;
});

const parks = [
  feature("park-1", { industry_chains: ["biopharma"] }),
  feature("park-2", { industry_chains: ["automotive"] }),
  feature("park-3", { industry_chains: ["biopharma"] }),
];
const projects = [
  feature("project-1", { industry_chain: "automotive", park: "park-3" }),
  feature("project-2", { industry_chain: "biopharma" }),
];
const looks = () => [
  ...parks.map((one) => appearance.value("parks", one)),
  ...projects.map((one) => appearance.value("projects", one)),
];

it("an open panorama looks on the map as a filter by its chain, keeps the filter but not its strip, and gives both back", () => {
  collections.value = new Map([
    ["parks", parks],
    ["projects", projects],
  ]);
  filter.value = { ...NO_FILTER, industry_chain: ["automotive"] };
  const asFiltered = looks();
  expect(asFiltered).toEqual(["faded", "normal", "normal", "normal", "hidden"]);

  const own = { ...NO_FILTER, industry_chain: ["biopharma"], plan_status: ["existing"] };
  filter.value = own;
  const before = looks();
  const close = showOnMap("automotive");
  expect(looks()).toEqual(asFiltered);
  expect(filter.value).toBe(own);
  expect(isClosed.value).toBe(true);
  close();
  expect(isClosed.value).toBe(false);
  expect(looks()).toEqual(before);
});
