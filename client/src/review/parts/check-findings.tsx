import { useSignal } from "@preact/signals";
import type { CheckFinding, FrozenCheck } from "../../api/answers.ts";
import { t } from "../../language/t.ts";
import { figureOf, findingTitle } from "../../site-check/finding-text.ts";

/** In the open: a site among many others has dozens. */
const MOST_SHOWN = 5;

/** What the check of a site found when it was submitted: what somebody has to look at in the open, the rest behind a summary. What was looked for in vain is no finding. */
export function CheckFindings({ submitted }: { submitted: FrozenCheck }) {
  const isOpen = useSignal(false);
  const found = submitted.findings
    .flatMap((finding) => finding.findings ?? [finding])
    .filter(({ outcome }) => outcome !== "no-hit");
  const shown = found.filter(({ outcome }) => outcome === "attention").slice(0, MOST_SHOWN);
  const others = found.filter((finding) => !shown.includes(finding));
  return (
    <>
      <Findings findings={shown} />
      {others.length > 0 && (
        <details
          onToggle={({ currentTarget }) => {
            isOpen.value = currentTarget.open;
          }}
        >
          <summary>{t("review.check_others", { count: others.length })}</summary>
          {isOpen.value && <Findings findings={others} />}
        </details>
      )}
    </>
  );
}

function Findings({ findings }: { findings: readonly CheckFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.id} data-outcome={finding.outcome}>
          <span class="chip">{t(`review.outcome_${finding.outcome}`)}</span> {findingTitle(finding)}{" "}
          <strong>{figureOf(finding)}</strong>
        </li>
      ))}
    </ul>
  );
}
