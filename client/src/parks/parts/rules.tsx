import { Popover } from "../../controls/popover.tsx";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { criteria, ruleOf } from "../criteria.ts";

/** How the score comes about, criterion by criterion: the rules of the catalogue. */
export function Rules() {
  return (
    <Popover label={t("parks.rules")} buttonClass="button button-quiet" button={t("parks.rules")} name="match-rules">
      {() => (
        <>
          <p>{t("parks.rules_sum")}</p>
          <dl>
            {criteria.map((criterion) => (
              <div key={criterion.code}>
                <dt>{inLanguage(criterion)}</dt>
                <dd>{ruleOf(criterion)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Popover>
  );
}
