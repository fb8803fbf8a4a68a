import { Icon } from "../controls/icons.tsx";
import { problemText } from "../language/problem-text.ts";
import { t } from "../language/t.ts";
import { showTab } from "../layout/show-tab.ts";
import { removeRest } from "./choose.ts";
import { filterTextOpen } from "./draft.ts";
import { isRefusal, restProblem, retryRest } from "./match.ts";

/** A condition that does not hold is said wherever its result would be looked for: over the map, above list and counts. */
export function FilterNotice({ spoken = false }: { spoken?: boolean }) {
  const problem = restProblem.value;
  if (!problem) return null;
  const edit = () => {
    filterTextOpen.value = true;
    showTab("layers", "#filter-text-editor textarea");
  };
  return (
    <div class="strip filter-notice" data-map-obstacle {...(spoken ? { role: "alert" } : {})}>
      <Icon name="warning" size={16} />
      <span>
        {isRefusal(problem) ? t("filter.notice", { problem: problemText(problem) }) : t("filter.notice_unchecked")}
      </span>
      {isRefusal(problem) ? (
        <button type="button" class="button button-quiet" onClick={edit}>
          {t("filter.rest_edit")}
        </button>
      ) : (
        <button type="button" class="button button-quiet" onClick={retryRest}>
          {t("states.retry")}
        </button>
      )}
      <button type="button" class="button button-quiet" onClick={removeRest}>
        {t("filter.notice_remove")}
      </button>
    </div>
  );
}
