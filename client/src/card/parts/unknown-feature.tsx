import { definitionOf } from "../../catalogue.ts";
import { Icon } from "../../controls/icons.tsx";
import { featuresIn } from "../../features/features-in.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { closeFeature } from "../../selection/select.ts";
import { selection } from "../../selection/view.ts";

/** A link to something that is not, or no longer, in the plan. */
export function UnknownFeature() {
  const chosen = selection.value;
  if (chosen.kind !== "feature") return null;
  const definition = definitionOf(chosen.collection);
  const features = featuresIn(chosen.collection);
  const failed = features.stateOf(chosen.code) === "failed";
  const again = features.again(chosen.code);
  return (
    <div class="card-missing" role="alert">
      <strong>{t(failed ? "states.load_failed" : "states.unknown_feature")}</strong>
      <p class="note">
        {definition ? inLanguage(definition.title) : ""} <code>{chosen.code}</code>
      </p>
      {failed && again && (
        <button type="button" class="button button-primary" onClick={again}>
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
