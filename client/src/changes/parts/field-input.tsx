import { vocabularies } from "../../catalogue.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import type { Field } from "../fields.ts";

/** What the server takes (server/Checks/TextsFit). */
const LONGEST = 2000;

type Props = { field: Field; value: string; wrong: boolean; change: (text: string) => void };

/** One property by its type: a term of its vocabulary, a figure in its unit, a text, a line for each entry of a list. */
export function FieldInput({ field: { property, kind, isRequired }, value, wrong, change }: Props) {
  const terms = property.vocabulary ? (vocabularies.get(property.vocabulary)?.terms ?? []) : [];
  const given = { name: property.name, value, required: isRequired, "aria-invalid": wrong };
  const onInput = (event: Event & { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
    change(event.currentTarget.value);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: whichever control the type asks for stands in it
    <label>
      <span>
        {inLanguage(property.title)}
        {property.unit && ` (${property.unit})`}
        {isRequired && " *"}
      </span>
      {kind === "term" ? (
        <select {...given} onChange={(event) => change(event.currentTarget.value)}>
          <option value="">{t("not_stated")}</option>
          {terms.map((term) => (
            <option key={term.code} value={term.code}>
              {inLanguage(term)}
            </option>
          ))}
        </select>
      ) : kind === "text" && !property.name.startsWith("placement_reason") ? (
        <input {...given} maxLength={LONGEST} onInput={onInput} />
      ) : kind === "number" ? (
        <input {...given} inputMode="decimal" onInput={onInput} />
      ) : (
        <textarea {...given} rows={kind === "json" ? 6 : 2} onInput={onInput} />
      )}
      {kind === "terms" && <span class="note">{terms.map(({ code }) => code).join(" · ")}</span>}
    </label>
  );
}
