import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet, CheckFinding, ComparedCheck } from "../../api/answers.ts";
import { takeOrAsk } from "../../api/early.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { figureOf, findingTitle, ruleTitle } from "../../site-check/finding-text.ts";
import { loadRules } from "../../site-check/rules.ts";
import { CHECKS_LISTED, listChecks, listFirstChecks } from "../requests.ts";
import { CheckFindings } from "./check-findings.tsx";

/** What the check found when the sites of a set were submitted, what it finds now, and what its author says to it; nothing for a set without sites. */
export function Checks({ set }: { set: ChangeSet }) {
  const checks = useSignal<readonly ComparedCheck[]>([]);
  const left = useSignal(0);
  const problem = useSignal<Problem | null>(null);
  const list = async (known: readonly ComparedCheck[]) => {
    const last = known.at(-1);
    const answer = await asSignedIn(() =>
      last ? listChecks(set.id, last.position) : takeOrAsk(listFirstChecks, set.id),
    );
    problem.value = answer.ok ? null : answer.problem;
    checks.value = answer.ok ? [...known, ...answer.data.checks] : known;
    left.value = answer.ok ? answer.data.left : left.value;
  };
  useEffect(() => {
    loadRules();
    void list([]);
  }, [set.id, set.version]);
  if (checks.value.length === 0) return problem.value && <Faults problem={problem.value} />;
  return (
    <section aria-label={t("review.checks")}>
      <h3>{t("review.checks")}</h3>
      {checks.value.map((check) => (
        <Compared key={check.code} check={check} />
      ))}
      {problem.value && <Faults problem={problem.value} />}
      {left.value > 0 && (
        <button type="button" class="button" onClick={() => void list(checks.value)}>
          {t("list.more", { count: Math.min(left.value, CHECKS_LISTED) })}
        </button>
      )}
    </section>
  );
}

function Compared({ check: { code, submitted, now, differences } }: { check: ComparedCheck }) {
  const found = new Map(
    submitted.findings.flatMap((finding) => [finding, ...(finding.findings ?? [])]).map((one) => [one.id, one]),
  );
  return (
    <div class="review-check">
      <p>
        <strong>{code}</strong> <Counted name="review.check_submitted" check={submitted} />{" "}
        {now && <Counted name="review.check_now" check={now} />}
      </p>
      <CheckFindings submitted={submitted} />
      {now && differences.length === 0 && <p class="note">{t("review.check_same")}</p>}
      {differences.length > 0 && (
        <ul>
          {differences.map(({ finding, change, submitted: before, now: after }) => (
            <li key={finding} data-change={change}>
              <span class="chip">{t(`review.finding_${change}`)}</span>{" "}
              {findingTitle((after ?? before) as CheckFinding)}
              {change === "changed" && (
                <span class="note">
                  {" "}
                  {t("review.finding_from_to", {
                    from: stateOf(before as CheckFinding),
                    to: stateOf(after as CheckFinding),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {submitted.reasons.length > 0 && (
        <ul>
          {submitted.reasons.map(({ finding, stance, reason, rule }) => (
            <li key={finding} data-stance={stance}>
              <span class="chip">{t(`review.stance_${stance}`)}</span>{" "}
              {found.has(finding) ? findingTitle(found.get(finding) as CheckFinding) : ruleTitle(rule)}
              <q class="note">{reason}</q>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Counted({
  name,
  check,
}: {
  name: "review.check_submitted" | "review.check_now";
  check: ComparedCheck["submitted"];
}) {
  return (
    <span class="note">
      {t(name, {
        date: formatDate(check.checked_at, language.value),
        attention: check.counts.attention ?? 0,
        open: check.counts["cannot-check"] ?? 0,
        fits: check.counts.fits ?? 0,
      })}
    </span>
  );
}

const stateOf = (finding: CheckFinding): string =>
  [t(`review.outcome_${finding.outcome}`), figureOf(finding)].filter(Boolean).join(" ");
