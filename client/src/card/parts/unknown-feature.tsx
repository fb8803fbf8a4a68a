import { definitionOf } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { fetchFeature } from "../../features/fetched.ts";
import { isLarge } from "../../features/large.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { featureState } from "../../selection/feature-state.ts";
import { closeFeature } from "../../selection/select.ts";
import { selection } from "../../selection/view.ts";

/** A link to something that is not, or no longer, in the plan. */
export function UnknownFeature() {
  const chosen = selection.value;
  if (chosen.kind !== "feature") return null;
  const definition = definitionOf(chosen.collection);
  const failed = featureState(chosen.collection, chosen.code) === "failed";
  return (
    <div class="card-missing" role="alert">
      <strong>{t(failed ? "states.load_failed" : "states.unknown_feature")}</strong>
      <p class="note">
        {definition ? inLanguage(definition.title) : ""} <code>{chosen.code}</code>
      </p>
      {failed && isLarge(chosen.collection) && (
        <button
          type="button"
          class="button button-primary"
          onClick={() => void fetchFeature(chosen.collection, chosen.code)}
        >
          <Icon name="reset" size={16} />
          {t("states.retry")}
        </button>
      )}
      <button type="button" class="button" onClick={closeFeature}>
        {t("card.close")}
      </button>
    </div>
  );
}
