import { expect, test } from "vitest";
import { vocabularies } from "../../catalogue.ts";
import type { Primitive } from "../../symbols/primitives.ts";
import { swatch } from "../../symbols/swatch.ts";
import { featureOf, sceneContext } from "./fixture.ts";
import { builderOf } from "./scene.ts";

const statuses = (vocabularies.get("plan_status")?.terms ?? []).map(({ code }) => code);
/** Status without any colour: only how the strokes are broken. */
const broken = (primitives: readonly Primitive[]): string =>
  JSON.stringify(primitives.flatMap((one) => (one.kind === "path" && one.stroke ? [one.stroke.dash ?? "whole"] : [])));
const line = {
  type: "LineString" as const,
  coordinates: [
    [116.6, 35.4],
    [116.7, 35.5],
  ],
};

test.each(["roads", "railways", "overlay"])("%s of each status are told apart in black and white", (collection) => {
  const looks = statuses.map((plan_status) => {
    const feature = featureOf("line", line, { plan_status, road_class: "trunk" });
    return broken(builderOf(collection, [feature])(sceneContext(), [feature], new Map()).under);
  });
  const lookOf = (status: string) => looks[statuses.indexOf(status)];
  // what the plan says nothing of looks like what is there
  expect(lookOf("not-stated")).toBe(lookOf("existing"));
  expect(new Set(looks).size).toBe(statuses.length - 1);
});

test.each(["roads", "railways"])("the legend's picture of %s is broken as on the map", (collection) => {
  const pictures = statuses.map((status) => broken(swatch(collection, "light", "trunk", status)));
  expect(new Set(pictures).size).toBe(statuses.length - 1);
});
