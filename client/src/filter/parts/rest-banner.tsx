import { definitionOf } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { inLanguage } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { removeRest } from "../choose.ts";
import { filterTextOpen } from "../draft.ts";
import { isRefusal, restMatches, restPending, restProblem, retryRest } from "../match.ts";
import { filter } from "../view.ts";

/** A condition that no chip shows is on: what it is, what it does, and the way to be rid of it. */
export function RestBanner() {
  const { rest } = filter.value;
  if (rest === "") return null;
  const problem = restProblem.value;
  return (
    <div class="filter-rest" data-state={problem ? "wrong" : restPending.value ? "pending" : "right"}>
      <div class="filter-rest-head">
        <strong>{t("filter.rest")}</strong>
        <button
          type="button"
          class="button button-quiet"
          onClick={() => {
            filterTextOpen.value = true;
          }}
        >
          {t("filter.rest_edit")}
        </button>
        <IconButton icon="close" name={t("filter.rest_remove")} size={16} small onClick={removeRest} />
      </div>
      <code>{rest}</code>
      <p class="note" role="status">
        {problem && <Icon name="warning" size={14} />}
        {problem ? t("filter.rest_refused", { problem: problemText(problem) }) : effect()}
      </p>
      {problem && !isRefusal(problem) && (
        <button type="button" class="button" onClick={retryRest}>
          {t("states.retry")}
        </button>
      )}
    </div>
  );
}

/** On which layers it acts. */
function effect(): string {
  const matches = restMatches.value;
  if (!matches) return t("filter.rest_pending");
  const acting = Object.entries(matches).filter(([, { codes, too_large }]) => codes !== null || too_large);
  if (acting.length === 0) return t("filter.no_effect");
  if (acting.length === Object.keys(matches).length) return t("filter.rest_acts_all");
  const names = acting.flatMap(([id]) => {
    const definition = definitionOf(id);
    return definition ? [inLanguage(definition.title)] : [];
  });
  return t("filter.rest_acts", { names: names.join(t("list.separator")) });
}
