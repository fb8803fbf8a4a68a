import { formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { parks } from "./answer.ts";
import { AnswerRow } from "./answer-row.tsx";
import { otherFeatures } from "./others.ts";
import "./answer.css";

/** A list is read, not searched: what is more is counted. */
const MOST = 100;

/** In the list, where no project matches: what does, those with a place first. The parks are listed above. */
export function OtherFeatures() {
  const listed = new Set(parks.value.map(({ park }) => park));
  const found = otherFeatures.value.filter(({ feature }) => !listed.has(feature));
  if (found.length === 0) return null;
  const placedFirst = [
    ...found.filter(({ feature }) => feature.geometry),
    ...found.filter(({ feature }) => !feature.geometry),
  ];
  const left = found.length - MOST;
  return (
    <div class="other-features">
      <p class="note">{t("answer.no_project")}</p>
      <ul>
        {placedFirst.slice(0, MOST).map((other) => (
          <AnswerRow key={`${other.collection} ${other.feature.id}`} {...other} />
        ))}
      </ul>
      {left > 0 && <p class="note">{t("answer.more_features", { count: formatNumber(left, language.value) })}</p>}
    </div>
  );
}
