import { FieldFault } from "../../controls/checked-form.tsx";
import { useComposed } from "../../controls/composed.ts";
import { heldFeatures } from "../../features/plan.ts";
import { featureName, inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { type Field, namesFeature, unitName, valueWords } from "../fields.ts";
import { termsOf } from "../terms.ts";
import { EntriesInput } from "./entries-input.tsx";

/** What the server takes (server/Checks/TextsFit). */
const LONGEST = 2000;

type Props = { field: Field; value: string; wrong: boolean; change: (text: string) => void };

/** One property by its type: a term of its vocabulary, a figure in its unit, a text, a line or an entry for each of a list. */
export function FieldInput(props: Props) {
  const { field, value, change } = props;
  if (field.kind === "terms") return <TermsInput {...props} />;
  if (field.kind === "entries")
    return (
      <EntriesInput
        label={labelOf(field)}
        members={field.members ?? []}
        name={field.property.name}
        value={value}
        change={change}
      />
    );
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: whichever control the type asks for stands in it
    <label>
      <span>{labelOf(field)}</span>
      <Control {...props} />
      {namesFeature(field) && value !== "" && <span class="note">{valueWords(field, value)}</span>}
      <FieldFault name={field.property.name} />
      {field.kind === "lines" && <span class="note">{t("changes.one_a_line")}</span>}
    </label>
  );
}

export function labelOf({ property, isRequired }: Field): string {
  const unit = property.unit ? ` (${unitName(property.unit)})` : "";
  return `${inLanguage(property.title)}${unit}${isRequired ? " *" : ""}`;
}

function Control({ field: { property, kind, isRequired }, value, wrong, change }: Props) {
  const given = { name: property.name, required: isRequired, "aria-invalid": wrong };
  const typed = useComposed(value, change);
  if (kind === "term")
    return (
      <select {...given} value={value} onChange={(event) => change(event.currentTarget.value)}>
        <option value="">{t(isRequired ? "changes.choose" : "not_given")}</option>
        {termsOf(property.vocabulary).map((term) => (
          <option key={term.code} value={term.code}>
            {inLanguage(term)}
          </option>
        ))}
      </select>
    );
  if (kind === "long" || kind === "lines") return <textarea {...given} {...typed} maxLength={LONGEST} rows={2} />;
  if (kind === "number" || kind === "integer")
    return <input {...given} {...typed} inputMode={kind === "integer" ? "numeric" : "decimal"} maxLength={32} />;
  if (property.format === "date")
    return <input {...given} {...typed} type="date" max={new Date().toISOString().slice(0, 10)} />;
  if (!property.references) return <input {...given} {...typed} maxLength={LONGEST} />;
  const list = `change-${property.name}`;
  return (
    <>
      <input {...given} {...typed} list={list} maxLength={LONGEST} autocomplete="off" />
      <datalist id={list}>
        {heldFeatures(property.references).map((feature) => (
          <option key={feature.id} value={feature.properties.code}>
            {featureName(feature)}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Any number of terms, in the order of the vocabulary. */
function TermsInput({ field, value, change }: Props) {
  const terms = termsOf(field.property.vocabulary);
  const chosen = value === "" ? [] : value.split("\n");
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    change(terms.flatMap((term) => (next.includes(term.code) ? [term.code] : [])).join("\n"));
  };
  return (
    <fieldset class="change-terms">
      <legend>{labelOf(field)}</legend>
      {terms.map((term) => (
        <label key={term.code}>
          <input
            type="checkbox"
            name={field.property.name}
            value={term.code}
            checked={chosen.includes(term.code)}
            onChange={() => toggle(term.code)}
          />
          {inLanguage(term)}
        </label>
      ))}
    </fieldset>
  );
}
