import { Icon } from "../controls/icons.tsx";
import { loadState } from "../features/load.ts";
import { featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { isLayerVisible, setGroupVisible } from "../layers/layers.ts";
import { layers } from "../layers/view.ts";
import { projectsCounting } from "../projects/projects.ts";
import "./answer.css";
import { answer, closeStrip, isClosed } from "./answer.ts";
import { AnswerLine } from "./answer-line.tsx";
import { type OtherFeature, otherFeatures } from "./others.ts";

const MOST_NAMES = 3;

/** The names of the first ones, and how many there are beside them. */
function named(located: readonly OtherFeature[]): string {
  const names = located.slice(0, MOST_NAMES).map(({ feature }) => featureName(feature));
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
  const located = otherFeatures.value.filter(({ feature }) => feature.geometry);
  const shown = located.filter(({ collection }) => isLayerVisible(layers.value, collection));
  const isOff = shown.length === 0 && located.length > 0;
  return (
    <div class="strip answer-strip" role="status" data-map-obstacle>
      <Icon name="pin" size={16} />
      <span>
        {shown.length > 0 ? (
          t(projects.matched > 0 ? "answer.strip" : "answer.strip_none", { names: named(shown) })
        ) : isOff ? (
          t("answer.strip_off", { names: named(located) })
        ) : (
          <span class="answer-line">
            <AnswerLine />
          </span>
        )}
      </span>
      {isOff && (
        <button
          type="button"
          class="button button-quiet"
          onClick={() => setGroupVisible([...new Set(located.map(({ collection }) => collection))], true)}
        >
          {t("answer.show_layers")}
        </button>
      )}
      <button type="button" class="button button-quiet" aria-label={t("answer.close")} onClick={closeStrip}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
