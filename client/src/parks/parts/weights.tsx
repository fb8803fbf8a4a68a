import { Switch } from "../../controls/radio-group.tsx";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { isWeighed, setWeight, weightsNow } from "../ask.ts";
import { type Criterion, criteria } from "../criteria.ts";
import { match, ranking } from "../match.ts";
import { UNKNOWN_COUNTS, unknownCounts, weights } from "../view.ts";
import "./weights.css";

/** What counts how much; the order follows while a slider moves. */
export function Weights() {
  const scored = match.value?.parks[0]?.criteria;
  return (
    <details class="match-section match-weights" open>
      <summary>
        <h3>{t("parks.weights")}</h3>
        <span class="note">{summary()}</span>
      </summary>
      {criteria.map((criterion, place) => (
        <Slider
          key={criterion.code}
          criterion={criterion}
          place={place}
          isShownOnly={scored?.[place]?.shown_only ?? false}
        />
      ))}
      <div class="match-unknown">
        <span>{t("parks.unknown")}</span>
        <Switch
          label={t("parks.unknown")}
          value={unknownCounts.value}
          options={UNKNOWN_COUNTS.map((value) => ({ value, label: t(`parks.unknown_${value}` as const) }))}
          onChange={(value) => {
            unknownCounts.value = value;
          }}
        />
        {Object.keys(weights.value).length > 0 && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              weights.value = {};
            }}
          >
            {t("parks.weight_reset")}
          </button>
        )}
      </div>
      {!isWeighed.value && (
        <p class="note" role="alert">
          {t("parks.weights_zero")}
        </p>
      )}
    </details>
  );
}

const summary = (): string =>
  criteria.map((criterion, place) => `${inLanguage(criterion)} ${weightsNow.value[place]}`).join(" · ");

type SliderProps = { criterion: Criterion; place: number; isShownOnly: boolean };

function Slider({ criterion, place, isShownOnly }: SliderProps) {
  const weight = weightsNow.value[place] ?? 0;
  const share = ranking.value.shares[place] ?? 0;
  const says = isShownOnly
    ? t("parks.weight_shown_only")
    : ranking.value.parks.length > 0
      ? t("parks.weight_share", { share })
      : "";
  return (
    <label class="match-slider" data-place={place}>
      <span class="match-dot" aria-hidden="true" />
      <span>{inLanguage(criterion)}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        value={weight}
        style={{ "--part": `${weight}%` }}
        aria-valuetext={[weight, says].filter(Boolean).join(", ")}
        onInput={(event) => setWeight(criterion.code, Number(event.currentTarget.value))}
      />
      <strong>{weight}</strong>
      <small>{says}</small>
    </label>
  );
}
