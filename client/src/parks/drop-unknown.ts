import { batch, effect } from "@preact/signals";
import { term } from "../catalogue.ts";
import { collections, findFeature, PARKS } from "../features/plan.ts";
import { notify } from "../notices/notices.ts";
import { findCriterion, findMust } from "./criteria.ts";
import { type Asked, asked, type ChosenMust, chosen, musts, weights } from "./view.ts";

/** Whether a must-have is one of the catalogue, with a figure where it needs one and nowhere else. */
function isKnownMust({ code, least }: ChosenMust): boolean {
  const must = findMust(code);
  return must !== undefined && (must.kind === "target") === (least !== null);
}

function unknownSubject(of: Asked): string[] {
  if (of?.kind === "chain") return term("industry_chain", of.code) ? [] : [of.code];
  if (of?.kind === "cluster") return term("industry_cluster", of.code) ? [] : [of.code];
  return [];
}

/** A link may be of a later version or of another plan: what is not known here is left out, and said. */
export function startDroppingUnknown(): () => void {
  return effect(() => {
    const subject = unknownSubject(asked.value);
    const must = musts.value.filter((one) => !isKnownMust(one));
    const weighed = Object.keys(weights.value).filter((code) => !findCriterion(code));
    // parks are judged when they are here
    const parks = collections.value.has(PARKS) ? chosen.value.filter((code) => !findFeature(PARKS, code)) : [];
    const dropped = [...subject, ...must.map(({ code }) => code), ...weighed, ...parks];
    if (dropped.length === 0) return;
    batch(() => {
      if (subject.length > 0) asked.value = null;
      if (must.length > 0) musts.value = musts.value.filter(isKnownMust);
      if (weighed.length > 0)
        weights.value = Object.fromEntries(Object.entries(weights.value).filter(([code]) => findCriterion(code)));
      if (parks.length > 0) chosen.value = chosen.value.filter((code) => !parks.includes(code));
    });
    notify("parks.dropped", { codes: dropped.join(", ") });
  });
}
