import { computed } from "@preact/signals";
import { facts } from "./criteria.ts";
import { match, ranking } from "./match.ts";
import { parkFeature } from "./park-names.ts";
import type { RankedPark } from "./ranking.ts";
import { chosen } from "./view.ts";

/** A chosen park as the answer has it: ranked, or out, or undecided with the must-haves that are the reason. */
export type Compared = {
  code: string;
  row: RankedPark | null;
  excluded: readonly string[];
  undecided: readonly string[];
};

export const compared = computed<readonly Compared[]>(() =>
  chosen.value.map((code) => {
    const of = (parks: readonly { code: string; must: string }[] | undefined) =>
      (parks ?? []).flatMap((one) => (one.code === code ? one.must : []));
    return {
      code,
      row: ranking.value.parks.find(({ park }) => park.code === code) ?? null,
      excluded: of(match.value?.excluded),
      undecided: of(match.value?.undecided),
    };
  }),
);

/** Which facts the plan does not state: as the server says of a ranked park, of another as its feature has it. */
export function missingFacts({ code, row }: Compared): readonly string[] {
  if (row) return row.park.not_stated;
  const targets = parkFeature(code)?.properties.targets ?? [];
  return facts.flatMap((fact) => {
    if (fact.kind === "target")
      return targets.some(
        ({ indicator, horizon }) =>
          indicator === fact.indicator && (fact.horizon === undefined || horizon === fact.horizon),
      )
        ? []
        : fact.code;
    if (fact.kind === "grounds") return parkFeature(code)?.properties.chain_grounds?.length ? [] : fact.code;
    if (fact.kind === "place") return parkFeature(code)?.geometry ? [] : fact.code;
    const value = fact.property ? parkFeature(code)?.properties[fact.property] : null;
    return value === null || value === undefined || value === "not-stated" ? fact.code : [];
  });
}
