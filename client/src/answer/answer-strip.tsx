import { Icon } from "../controls/icons.tsx";
import { loadState } from "../features/load.ts";
import { featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { projectsCounting } from "../projects/projects.ts";
import "./answer.css";
import { answer, closeStrip, isClosed, type LocatedPark, parks } from "./answer.ts";
import { AnswerLine } from "./answer-line.tsx";

const MOST_NAMES = 3;

/** The names of the first ones, and how many there are beside them. */
function named(located: readonly LocatedPark[]): string {
  const names = located.slice(0, MOST_NAMES).map(({ park }) => featureName(park));
  const list = names.join(t("list.separator"));
  return located.length > names.length
    ? t("answer.and_more", { names: list, count: located.length - names.length })
    : list;
}

/** Over the map, where no project of the filter has a place: what is there instead, quietly, until it is closed. */
export function AnswerStrip() {
  const projects = answer.value.find(({ part }) => part === "projects");
  if (loadState.value.kind !== "ready" || !projects || projects.placed > 0 || isClosed.value || projectsCounting.value)
    return null;
  const located = parks.value.filter(({ park }) => park.geometry);
  return (
    <div class="strip answer-strip" role="status" data-map-obstacle>
      <Icon name="pin" size={16} />
      <span>{located.length > 0 ? t("answer.strip", { names: named(located) }) : <AnswerLine />}</span>
      <button type="button" class="button button-quiet" aria-label={t("answer.close")} onClick={closeStrip}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
