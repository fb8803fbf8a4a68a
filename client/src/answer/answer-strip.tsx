import { Icon } from "../controls/icons.tsx";
import { loadState } from "../features/load.ts";
import { t } from "../language/t.ts";
import { projectsCounting } from "../projects/projects.ts";
import { answer, closeStrip, isClosed } from "./answer.ts";
import { AnswerLine } from "./answer-line.tsx";

/** Over the map, where no project of the filter has a place: what is there instead, quietly, until it is closed. */
export function AnswerStrip() {
  const projects = answer.value.find(({ part }) => part === "projects");
  if (loadState.value.kind !== "ready" || !projects || projects.placed > 0 || isClosed.value || projectsCounting.value)
    return null;
  return (
    <div class="strip answer-strip" role="status" data-map-obstacle>
      <Icon name="pin" size={16} />
      <span>
        <AnswerLine />
      </span>
      <button type="button" class="button button-quiet" aria-label={t("answer.close")} onClick={closeStrip}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
