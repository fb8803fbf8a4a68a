import { afterEach, expect, it } from "vitest";
import { feature } from "../../features/fixture.ts";
import { collections } from "../../features/plan.ts";
import { relatedTo } from "./related.ts";

afterEach(() => {
  collections.value = new Map();
});

const cites = (paragraph: string) => ({
  plan: "fyp14",
  part: 4,
  chapter: 12,
  section: null,
  box: null,
  item: null,
  paragraph,
  attribute: null,
  basis: "stated" as const,
  rule: null,
});

it("what the server found belongs to a feature by the same rules, in the same order, as what is held", () => {
  const park = feature("park-2", { citations: [cites("fyp14-chapter-24-p2")] });
  const facilities = [feature("facility-1", { placed_by: "park-2" })];
  const projects = [
    feature("project-1", { park: "park-2", placed_by: "park-2" }),
    feature("project-2", { placed_by: "park-2" }),
    feature("project-3", { citations: [cites("fyp14-chapter-24-p2")] }),
    feature("project-4"),
  ];
  const words = (beside?: ReadonlyMap<string, typeof projects>) =>
    relatedTo("parks", park, beside).map(({ feature: { id }, why }) => `${id} ${why}`);

  collections.value = new Map([
    ["parks", [park]],
    ["projects", projects],
    ["facilities", facilities],
  ]);
  const held = words();
  expect(held).toEqual([
    "project-1 park",
    "project-2 stands_here",
    "facility-1 stands_here",
    "project-3 same_paragraph",
  ]);

  collections.value = new Map([
    ["parks", [park]],
    ["facilities", facilities],
  ]);
  expect(words()).toEqual(["facility-1 stands_here"]);
  expect(words(new Map([["projects", projects]]))).toEqual(held);
});
