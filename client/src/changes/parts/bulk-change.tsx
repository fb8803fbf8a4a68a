import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useSending } from "../../account/use-sending.ts";
import type { BulkPreview } from "../../api/answers.ts";
import { collectionDefinitions, collectionOf } from "../../catalogue.ts";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { filterOf } from "../../filter/query.ts";
import { formatNumber } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { notify } from "../../notices/notices.ts";
import { CollectionOptions } from "../collection-options.tsx";
import { hidePlaces } from "../compare.ts";
import { Faults } from "../faults.tsx";
import { asValue, fieldsOf, valueWords } from "../fields.ts";
import { createBulkSet, previewBulk } from "../requests.ts";
import { learnVocabularies } from "../terms.ts";
import { BulkFound, showFound } from "./bulk-found.tsx";
import { FieldInput } from "./field-input.tsx";

/** The server reads no longer filter, and keeps no longer title. */
const LONGEST_FILTER = 8000;
const LONGEST_TITLE = 200;

/**
 * The same value for all features of a layer that a filter finds: looked at first, then proposed as one change set. What was looked
 * at is what is proposed; whatever is chosen anew has to be looked at anew.
 */
export function BulkChange({ done }: { done: () => void }) {
  const collection = useSignal(collectionOf("project") ?? collectionDefinitions[0]?.id ?? "");
  const filter = useSignal(filterOf(collection.peek()));
  /** What is given, as the fields keep it, in the order in which it was chosen. */
  const texts = useSignal<Readonly<Record<string, string>>>({});
  const found = useSignal<BulkPreview | null>(null);
  const { problem, isSending, send } = useSending();
  useEffect(() => void learnVocabularies(), []);
  useEffect(() => hidePlaces, []);

  const fields = fieldsOf(collection.value);
  const chosen = Object.keys(texts.value).flatMap((name) => fields.filter(({ property }) => property.name === name));
  const change = (what: () => void) => {
    what();
    found.value = null;
    problem.value = null;
    hidePlaces();
  };
  const asked = () => {
    const values = chosen.map((field) => [
      field.property.name,
      asValue(field, texts.peek()[field.property.name] ?? ""),
    ]);
    const isRead = values.length > 0 && values.every(([, value]) => value !== undefined);
    return isRead ? { collection: collection.peek(), properties: Object.fromEntries(values) } : null;
  };
  const preview = async () => {
    const values = asked();
    if (!values || isSending.peek()) return;
    found.value = await send(() => previewBulk({ ...values, filter: filter.peek().trim() }));
    if (found.value) showFound(found.value);
  };
  const submit = async (said: { title: string; basis: string }) => {
    const [values, seen] = [asked(), found.peek()];
    if (!values || !seen) return;
    const features = seen.features.map(({ code, version }) => ({ code, version }));
    const key = crypto.randomUUID();
    const set = await send(() => createBulkSet({ ...said, ...values, features, submit: true }, key));
    if (!set) return;
    notify(t("changes.submitted"));
    done();
  };
  const title = () => {
    if (!found.value) return "";
    const words = chosen.map((field) => {
      const value = valueWords(field, asValue(field, texts.value[field.property.name] ?? ""));
      return t("changes.bulk_value", { property: inLanguage(field.property.title), value });
    });
    const said = { values: words.join(t("list.separator")) };
    return t("changes.bulk_set", { ...said, number: formatNumber(found.value.number, language.value) }).slice(
      0,
      LONGEST_TITLE,
    );
  };

  return (
    <>
      <CheckedForm class="change-form" submit={() => void preview()}>
        <p class="note">{t("changes.bulk_note")}</p>
        <label>
          <span>{t("changes.bulk_collection")}</span>
          <select
            name="bulk-collection"
            value={collection.value}
            onChange={({ currentTarget }) =>
              change(() => {
                collection.value = currentTarget.value;
                filter.value = filterOf(currentTarget.value);
                texts.value = {};
              })
            }
          >
            <CollectionOptions />
          </select>
        </label>
        <label>
          <span>{t("changes.bulk_filter")} *</span>
          <textarea
            name="bulk-filter"
            required
            rows={3}
            maxLength={LONGEST_FILTER}
            spellcheck={false}
            value={filter.value}
            onInput={({ currentTarget }) =>
              change(() => {
                filter.value = currentTarget.value;
              })
            }
          />
          <FieldFault name="bulk-filter" />
        </label>
        {chosen.map((field) => (
          <FieldInput
            key={field.property.name}
            field={field}
            value={texts.value[field.property.name] ?? ""}
            wrong={asValue(field, texts.value[field.property.name] ?? "") === undefined}
            change={(text) =>
              change(() => {
                texts.value = { ...texts.value, [field.property.name]: text };
              })
            }
          />
        ))}
        <label>
          <span>{t(chosen.length === 0 ? "changes.bulk_property" : "changes.bulk_another")}</span>
          <select
            name="bulk-property"
            required={chosen.length === 0}
            value=""
            onChange={({ currentTarget }) =>
              change(() => {
                if (currentTarget.value !== "") texts.value = { ...texts.value, [currentTarget.value]: "" };
              })
            }
          >
            <option value="">{t("changes.choose")}</option>
            {fields
              .filter(({ property }) => !(property.name in texts.value))
              .map(({ property }) => (
                <option key={property.name} value={property.name}>
                  {inLanguage(property.title)}
                </option>
              ))}
          </select>
          <FieldFault name="bulk-property" />
        </label>
        {problem.value && <Faults problem={problem.value} />}
        <p class="change-actions">
          <button type="button" class="button" onClick={done}>
            {t("changes.bulk_back")}
          </button>
          <button type="submit" class={`button${found.value ? "" : " button-primary"}`} disabled={isSending.value}>
            {t("changes.bulk_preview")}
          </button>
        </p>
      </CheckedForm>
      {found.value && <BulkFound found={found.value} title={title()} isSending={isSending.value} submit={submit} />}
    </>
  );
}
