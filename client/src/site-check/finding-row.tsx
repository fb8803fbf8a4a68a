import { ContestPart } from "../contest/contest-part.tsx";
import { Icon, type IconName } from "../controls/icons.tsx";
import { centre } from "../drawing/whole.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { CitationChip } from "../reading/citation-chip.tsx";
import { shortLocator } from "../reading/locator-text.ts";
import { openFeature } from "../selection/select.ts";
import { aboutOf, figureOf, nearestOf, notesOf, rangeOf, titleOf } from "./finding-text.ts";
import { ReasonControl } from "./parts/reason-control.tsx";
import { canGiveReasons } from "./reasons.ts";
import type { CheckFinding } from "./requests.ts";
import { ruleOf } from "./rules.ts";

/** One answer of a rule: what it is about, how much, the range that the accuracy leaves, why, and where the plan says it. */
export function FindingRow({ finding, icon }: { finding: CheckFinding; icon: IconName }) {
  const title = titleOf(finding);
  const value = figureOf(finding);
  const about = finding.subject || finding.rule === "control-line" ? aboutOf(finding) : null;
  const range = rangeOf(finding);
  const notes = notesOf(finding);
  return (
    <div class="finding" data-outcome={finding.outcome} data-rule={finding.rule}>
      <Icon name={icon} size={16} />
      <div class="finding-body">
        <p class="finding-head">
          <Title finding={finding} title={title} />
          {value && <strong class="finding-value">{value}</strong>}
        </p>
        {about && about !== title && <p class="note">{about}</p>}
        <RangeBar finding={finding} />
        {[...(range ? [range] : []), ...notes].map((line) => (
          <p key={line} class="note">
            {line}
          </p>
        ))}
        <Citations finding={finding} />
        {finding.rule !== "undecided" && <ReasonControl finding={finding} />}
        {finding.rule !== "undecided" && <Contest finding={finding} title={title} />}
        {finding.findings && <Folded findings={finding.findings} />}
      </div>
    </div>
  );
}

function Title({ finding: { subject, rule }, title }: { finding: CheckFinding; title: string }) {
  // what is in review has no card yet
  if (!subject || ruleOf(rule)?.kind === "pending") return <span class="finding-title">{title}</span>;
  return (
    <button
      type="button"
      class="finding-title"
      title={t("check.open", { name: title })}
      onClick={() => openFeature(subject.collection, subject.code, true)}
    >
      {title}
    </button>
  );
}

/** Whoever draws a site says it to the reviewer; everybody else without an account, at the middle of what was asked about. */
function Contest({ finding, title }: { finding: CheckFinding; title: string }) {
  const [lon, lat] = centre.value ?? [];
  if (canGiveReasons.value || lon === undefined || lat === undefined) return null;
  return <ContestPart about={{ kind: "finding", finding: finding.id, place: [lon, lat] }} name={title} />;
}

/** Looked at, nothing there: one line, with what is nearest. */
export function NoHitRow({ finding }: { finding: CheckFinding }) {
  const nearest = nearestOf(finding);
  const notes = finding.subject ? [titleOf(finding), ...notesOf(finding)] : notesOf(finding);
  return (
    <p class="finding-miss" data-rule={finding.rule}>
      <Icon name="check" size={13} />
      <span>{aboutOf(finding)}</span>
      <span class="note">{[...(nearest ? [nearest] : []), ...notes].join(" · ")}</span>
    </p>
  );
}

/** A few sentences stand for all: the card of the feature has them all. */
const MOST_CITATIONS = 3;

function Citations({ finding }: { finding: CheckFinding }) {
  // two paragraphs of a chapter look alike here, and the first leads to the chapter of both
  const short = (paragraph: string) => shortLocator(paragraph, language.value);
  const paragraphs = finding.citations
    .map(({ paragraph }) => paragraph)
    .filter((paragraph, i, all) => all.findIndex((other) => short(other) === short(paragraph)) === i)
    .slice(0, MOST_CITATIONS);
  if (paragraphs.length === 0) return null;
  return (
    <p class="finding-citations">
      {paragraphs.map((paragraph) => (
        <CitationChip key={paragraph} paragraph={paragraph} />
      ))}
    </p>
  );
}

/** What can be, as a stretch of all that is possible, and what is drawn as a mark on it. */
function RangeBar({ finding: { range, value, unit, rule } }: { finding: CheckFinding }) {
  const [least, most] = range ?? [];
  const possible = unit === "%" ? 100 : (ruleOf(rule)?.parameters?.possible_m ?? 0);
  if (least === undefined || most === undefined || value === null || possible === 0 || most - least < 0.05) return null;
  const share = (of: number) => `${Math.min(100, (100 * of) / possible)}%`;
  return (
    <div class="range-bar" aria-hidden="true">
      <i style={{ left: share(least), right: `calc(100% - ${share(most)})` }} />
      <b style={{ left: share(value) }} />
    </div>
  );
}

function Folded({ findings }: { findings: readonly CheckFinding[] }) {
  return (
    <details class="finding-folded">
      <summary>{t("check.show_folded", { count: findings.length })}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            {aboutOf(finding)} · {titleOf(finding)}
            {figureOf(finding) && <strong> {figureOf(finding)}</strong>}
            {rangeOf(finding) && <span class="note"> {rangeOf(finding)}</span>}
            <ReasonControl finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}
