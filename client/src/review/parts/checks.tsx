import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeSet, CheckFinding, ComparedCheck } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { figureOf, ruleTitle, titleOf } from "../../site-check/finding-text.ts";
import { loadRules } from "../../site-check/rules.ts";
import { listChecks } from "../requests.ts";

/** What the check found when the sites of a set were submitted, what it finds now, and what its author says to it; nothing for a set without sites. */
export function Checks({ set }: { set: ChangeSet }) {
  const checks = useSignal<readonly ComparedCheck[]>([]);
  const problem = useSignal<Problem | null>(null);
  useEffect(() => {
    loadRules();
    void asSignedIn(() => listChecks(set.id)).then((answer) => {
      problem.value = answer.ok ? null : answer.problem;
      checks.value = answer.ok ? answer.data.checks : [];
    });
  }, [set.id, set.version]);
  if (problem.value) return <Faults problem={problem.value} />;
  if (checks.value.length === 0) return null;
  return (
    <section aria-label={t("review.checks")}>
      <h3>{t("review.checks")}</h3>
      {checks.value.map((check) => (
        <Compared key={check.code} check={check} />
      ))}
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
      {now && differences.length === 0 && <p class="note">{t("review.check_same")}</p>}
      {differences.length > 0 && (
        <ul>
          {differences.map(({ finding, change, submitted: before, now: after }) => (
            <li key={finding} data-change={change}>
              <span class="chip">{t(`review.finding_${change}`)}</span>{" "}
              {findingWords((after ?? before) as CheckFinding)}
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
              {found.has(finding) ? findingWords(found.get(finding) as CheckFinding) : ruleTitle(rule)}
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

/** What was looked at, and what it is about where that is something else. */
function findingWords(finding: CheckFinding): string {
  const [rule, about] = [ruleTitle(finding.rule), titleOf(finding)];
  return rule === about ? rule : `${rule} · ${about}`;
}

const stateOf = (finding: CheckFinding): string =>
  [t(`review.outcome_${finding.outcome}`), figureOf(finding)].filter(Boolean).join(" ");
