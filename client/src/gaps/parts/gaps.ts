import { computed } from "@preact/signals";
import { createRemote, type Remote } from "../../api/remote.ts";
import { type GapEntry, type Gaps, getGaps } from "../requests.ts";
import { gapKind, gapRule } from "../view.ts";

/** The work list and what is chosen of it. */
const held = createRemote<Gaps>(() => getGaps());
export const gaps = computed<Remote<Gaps>>(() => held.read("all"));
export const loadGaps = () => held.want("all");

export function matchesGap(entry: GapEntry, rule: string | null, kind: string | null): boolean {
  return (rule === null || entry.rule === rule) && (kind === null || entry.kind === kind);
}

/** How many entries choosing a value would leave; a count ignores its own dimension. */
export function countGaps(
  entries: readonly GapEntry[],
  by: "rule" | "kind",
  chosen: { rule: string | null; kind: string | null },
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const fits = by === "rule" ? matchesGap(entry, null, chosen.kind) : matchesGap(entry, chosen.rule, null);
    counts.set(entry[by], (counts.get(entry[by]) ?? 0) + (fits ? 1 : 0));
  }
  return counts;
}

export const shownGaps = computed<readonly GapEntry[]>(() =>
  gaps.value.kind === "ready"
    ? gaps.value.data.entries.filter((entry) => matchesGap(entry, gapRule.value, gapKind.value))
    : [],
);
