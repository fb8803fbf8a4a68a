import { signal } from "@preact/signals";
import type { CheckFinding } from "./requests.ts";
import { ruleOf } from "./rules.ts";

/** What who draws a site says to findings: kept with the draft as `check_reasons` and frozen with the version. */

/** The finding is wrong, or it is right and this is why it is so nevertheless. */
export type Stance = "contested" | "explained";

/** `finding` is the id of one: it stays the same while the site is drawn. */
export type CheckReason = { finding: string; stance: Stance; reason: string };

export const LONGEST_REASON = 1000;

export const checkReasons = signal<readonly CheckReason[]>([]);

/** Only where a site is drawn to be submitted: who merely asks has nobody to say it to. */
export const canGiveReasons = signal(false);

export const reasonFor = (finding: string): CheckReason | undefined =>
  checkReasons.value.find((reason) => reason.finding === finding);

/** One for each finding: another takes its place. */
export function giveReason(given: CheckReason): void {
  checkReasons.value = [...checkReasons.value.filter(({ finding }) => finding !== given.finding), given];
}

export function takeBack(finding: string): void {
  checkReasons.value = checkReasons.value.filter((reason) => reason.finding !== finding);
}

/** What can be said to a finding, the likelier first: a warning may be right, an error has to be wrong. */
export function stancesFor({ rule, outcome, severity }: CheckFinding): readonly Stance[] {
  const known = ruleOf(rule);
  if (!known || known.is_contestable === false) return [];
  return outcome === "attention" && severity !== "error" ? ["explained", "contested"] : ["contested"];
}

/** What stands between the finding and a submission. */
export function stands({
  id,
  rule,
  outcome,
  severity,
}: CheckFinding): "blocks" | "blocks_always" | "needs_reason" | null {
  if (outcome !== "attention" || severity === "info") return null;
  const given = reasonFor(id);
  if (severity === "warning") return given ? null : "needs_reason";
  if (ruleOf(rule)?.is_contestable === false) return "blocks_always";
  return given?.stance === "contested" ? null : "blocks";
}

/** What was said to findings that are no more: the site was drawn on meanwhile. */
export function reasonsGone(findings: readonly CheckFinding[]): readonly CheckReason[] {
  const found = new Set(findings.flatMap(({ id, findings: folded = [] }) => [id, ...folded.map((one) => one.id)]));
  return checkReasons.value.filter(({ finding }) => !found.has(finding));
}
