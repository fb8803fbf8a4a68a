import type { PlanFeature } from "../../api/types.ts";
import { FeatureSwatch } from "../../controls/swatch.tsx";
import { collectionTitle, featureName } from "../../language/names.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { openFeature } from "../../selection/select.ts";
import { askRelatedAgain, remoteRelatedOf } from "../remote-related.ts";
import { relatedTo } from "./related.ts";

/** What stands for, stands at, belongs to, or shares the code or the sentence of this feature. */
export function Related({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { features, isCut, problem } = remoteRelatedOf(collection, feature.properties.code);
  const related = relatedTo(collection, feature, features);
  if (related.length === 0 && !problem) return null;
  return (
    <section class="card-section">
      <div class="section-head">
        <h2>{t("related.title")}</h2>
        <span>{isCut ? `${related.length}+` : related.length}</span>
      </div>
      <ul class="related">
        {related.map(({ collection: of, feature: other, why }) => (
          <li key={`${of} ${other.properties.code}`}>
            <button
              type="button"
              class="related-item"
              title={t(`related.${why}` as const)}
              onClick={() => openFeature(of, other.properties.code)}
            >
              <FeatureSwatch collection={of} feature={other} />
              <span>{featureName(other)}</span>
              <small>
                {collectionTitle(of)} · {t(`related.${why}` as const)}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {isCut && <p class="note">{t("reading.and_others")}</p>}
      {problem && (
        <p class="note" role="alert">
          {problemText(problem)}{" "}
          <button type="button" class="feature-link" onClick={askRelatedAgain}>
            {t("states.retry")}
          </button>
        </p>
      )}
    </section>
  );
}
