import { useSignal } from "@preact/signals";
import type { BulkPreview } from "../../api/answers.ts";
import { CheckedForm } from "../../controls/checked-form.tsx";
import { formatNumber } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { comparedPlaces, mapRequest } from "../../viewport/map-link.ts";
import { RequiredField } from "./required-field.tsx";

/** So many are named; of all the map shows where they are. */
const MOST_NAMED = 50;

/** All of them upon the map, as one place of many points: ten thousand are one picture. */
export function showFound({ features, bounds }: BulkPreview): void {
  const points = features.flatMap(({ place }) => (place ? [place] : []));
  comparedPlaces.value =
    points.length > 0 ? [{ before: null, after: { type: "MultiPoint", coordinates: points } }] : [];
  const [west, south, east, north] = bounds ?? [];
  if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
    mapRequest.value = { kind: "extent", bounds: [west, south, east, north] };
}

type Props = {
  found: BulkPreview;
  title: string;
  isSending: boolean;
  submit: (said: { title: string; basis: string }) => Promise<void>;
};

/** What would be changed: how many, which, and what is left out; and the proposal of it. */
export function BulkFound({ found, title, isSending, submit }: Props) {
  const said = useSignal(title);
  const basis = useSignal("");
  const number = (value: number) => formatNumber(value, language.value);
  const name = ({ name_zh, name_en, code }: BulkPreview["features"][number]) =>
    (language.value === "zh" ? name_zh : (name_en ?? name_zh)) ?? code;
  const more = found.number - MOST_NAMED;
  return (
    <CheckedForm
      class="change-form bulk-found"
      submit={() => void submit({ title: said.value.trim(), basis: basis.value.trim() })}
    >
      <p role="status">
        <strong>{t("changes.bulk_number", { number: number(found.number) })}</strong>
        {found.unchanged > 0 && ` ${t("changes.bulk_unchanged", { number: number(found.unchanged) })}`}
        {found.under_review > 0 && ` ${t("changes.bulk_under_review", { number: number(found.under_review) })}`}
        {found.unplaced > 0 && ` ${t("changes.bulk_unplaced", { number: number(found.unplaced) })}`}
      </p>
      <details>
        <summary>{t("changes.bulk_which")}</summary>
        <ul class="change-list">
          {found.features.slice(0, MOST_NAMED).map((feature) => (
            <li key={feature.code}>{name(feature)}</li>
          ))}
          {more > 0 && <li>{t("changes.bulk_more", { number: number(more) })}</li>}
        </ul>
      </details>
      <RequiredField name="bulk-title" label={t("changes.bulk_title_of_set")} text={said} maxLength={200} />
      <RequiredField name="bulk-basis" label={t("changes.basis")} text={basis} maxLength={500} />
      <p class="change-actions">
        <button type="submit" class="button button-primary" disabled={isSending}>
          {t("changes.bulk_submit", { number: number(found.number) })}
        </button>
      </p>
    </CheckedForm>
  );
}
