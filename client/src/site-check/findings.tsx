import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../controls/icons.tsx";
import { problemText } from "../language/problem-text.ts";
import { type Key, t } from "../language/t.ts";
import { type Asked, askAgain, asked } from "./asking.ts";
import { FindingRow, NoHitRow } from "./finding-row.tsx";
import { titleOf } from "./finding-text.ts";
import { ReasonControl, ReasonsGone } from "./parts/reason-control.tsx";
import { reasonsGone } from "./reasons.ts";
import type { CheckFinding, CheckOutcome, SiteCheck } from "./requests.ts";
import { ruleOf, rules } from "./rules.ts";
import "./parts/words.ts";
import "./site-check.css";

const icons: Record<CheckOutcome, IconName> = {
  fits: "check",
  attention: "warning",
  "no-hit": "minus",
  "cannot-check": "help",
};

/** What the plan says of what is drawn: what is here, what is near, what was looked at in vain, what is not known. */
export function Findings() {
  const state = asked.value;
  const answer = state.kind === "answered" ? state.answer : state.kind === "nothing" ? null : state.last;
  const isOld = state.kind !== "answered";
  return (
    <div class="findings" aria-busy={state.kind === "asking"}>
      <AskingLine state={state} />
      {rules.value.kind === "failed" && <AskingLine state={{ ...rules.value, last: null }} />}
      {answer && rules.value.kind === "ready" && (
        <div class="findings-body" data-old={isOld}>
          {isOld && <p class="note">{t("check.old")}</p>}
          <Answer answer={answer} />
        </div>
      )}
    </div>
  );
}

function AskingLine({ state }: { state: Asked }) {
  if (state.kind === "asking" && (state.isSlow || !state.last)) return <p class="finding-line">{t("check.asking")}</p>;
  if (state.kind === "offline")
    return (
      <p class="finding-line" role="alert">
        <Icon name="offline" size={16} />
        {t("check.offline")}
      </p>
    );
  if (state.kind !== "failed") return null;
  return (
    <div class="finding-line" role="alert">
      <Icon name="warning" size={16} />
      <span>{problemText(state.problem)}</span>
      <button type="button" class="button button-quiet" onClick={askAgain}>
        {t("check.again")}
      </button>
    </div>
  );
}

function Answer({ answer: { findings, counts } }: { answer: SiteCheck }) {
  const [first, ...rest] = findings;
  if (first?.rule === "geometry-valid" && first.outcome === "attention")
    return (
      <Section title={t("check.fault")}>
        <FindingRow finding={first} icon="warning" />
      </Section>
    );
  const isNear = ({ rule, outcome }: CheckFinding) => ruleOf(rule)?.kind === "distance" && outcome === "fits";
  const isHere = (finding: CheckFinding) =>
    (finding.outcome === "fits" || finding.outcome === "attention") && !isNear(finding);
  const rows = (some: readonly CheckFinding[]) =>
    some.map((finding) => (
      <li key={finding.id}>
        <FindingRow finding={finding} icon={icons[finding.outcome]} />
      </li>
    ));
  const missed = rest.filter(({ outcome }) => outcome === "no-hit");
  return (
    <>
      <p class="finding-counts">
        {(Object.keys(icons) as CheckOutcome[]).map((outcome) => (
          <span key={outcome} data-outcome={outcome}>
            <Icon name={icons[outcome]} size={14} />
            {t(`check_outcome.${outcome}` as Key)} {counts[outcome]}
          </span>
        ))}
      </p>
      <Section title={t("check.here")}>
        {list(rows(rest.filter(isHere))) ?? <p class="note">{t("check.nothing_certain")}</p>}
      </Section>
      <Section title={t("check.near")}>{list(rows(rest.filter(isNear)))}</Section>
      <Section title={t("check.clear")}>
        {list(
          missed.map((finding) => (
            <li key={finding.id}>
              <NoHitRow finding={finding} />
              <ReasonControl finding={finding} />
            </li>
          )),
        )}
      </Section>
      <Section title={t("check.unknown")}>
        {list(rows(rest.filter(({ outcome }) => outcome === "cannot-check")))}
      </Section>
      <ReasonsGone reasons={reasonsGone(findings)} />
      <p class="finding-accuracy">
        <Icon name="ruler" size={16} />
        {t("check.schematic")}
      </p>
    </>
  );
}

const list = (rows: readonly ComponentChildren[]) => (rows.length > 0 ? <ul class="finding-list">{rows}</ul> : null);

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <section class="finding-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The answer in a breath, for those who hear it; empty while there is none. */
export function spokenAnswer(): string {
  const state = asked.value;
  if (state.kind !== "answered") return state.kind === "offline" ? t("check.offline") : "";
  const { counts, findings } = state.answer;
  const warned = findings.filter(({ outcome }) => outcome === "attention").map(titleOf);
  return [
    t("check.spoken", { attention: counts.attention, unknown: counts["cannot-check"] }),
    warned.slice(0, 3).join(t("list.separator")),
  ].join(" ");
}
