import { measured } from "../../drawing/measured.ts";
import { formatNumber, MU_M2 } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { reading } from "../../reading/view.ts";
import { asked } from "../../site-check/asking.ts";
import { entriesOf } from "../fields.ts";
import { FieldInput } from "./field-input.tsx";
import { type SiteField, siteGroups } from "./site-form.ts";
import { texts } from "./site-state.ts";

/** What is asked, group by group; what is wrong with an entry stands beside it. */
export function SiteFields({ wrong }: { wrong: Readonly<Record<string, string>> }) {
  return (
    <>
      {siteGroups.value.map(({ code, fields, ...title }) => (
        <fieldset key={code} class="site-group">
          <legend>{inLanguage(title)}</legend>
          {fields.map((one) => (
            <OneField key={one.field.property.name} one={one} wrong={wrong[one.field.property.name]} />
          ))}
          {code === "scale" && <Computed />}
        </fieldset>
      ))}
    </>
  );
}

function OneField({ one: { field }, wrong }: { one: SiteField; wrong: string | undefined }) {
  const { name } = field.property;
  const change = (text: string) => {
    texts.value = { ...texts.value, [name]: text };
  };
  return (
    <div class="site-field">
      <FieldInput field={field} value={texts.value[name] ?? ""} wrong={wrong !== undefined} change={change} />
      {wrong && <p role="alert">{wrong}</p>}
      {field.property.references && <Suggestion name={name} take={change} />}
      {name === "citations" && <CiteOpen take={change} />}
    </div>
  );
}

/** What the map says of the ground: the feature that has the most of it. */
function Suggestion({ name, take }: { name: string; take: (code: string) => void }) {
  const state = asked.value;
  const found = state.kind === "answered" ? state.answer.findings : [];
  const best = found
    .filter(({ rule, outcome, subject }) => rule === name && outcome !== "no-hit" && subject)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]?.subject;
  if (!best || texts.value[name] === best.code) return null;
  return (
    <p class="site-suggestion">
      {t("site.lies_in", { name: inLanguage({ zh: best.name_zh, en: best.name_en ?? best.name_zh }) })}
      <button type="button" class="button button-quiet" onClick={() => take(best.code)}>
        {t("site.take")}
      </button>
    </p>
  );
}

/** The paragraph that is open in the reading pane, as a citation. */
function CiteOpen({ take }: { take: (text: string) => void }) {
  const paragraph = reading.value;
  const now = texts.value.citations ?? "";
  if (!paragraph?.match(/-p\d+$|-item-\d+$|-row-\d+$/) || now.includes(`"${paragraph}"`))
    return <p class="note">{t("site.cite_note")}</p>;
  const cite = () => {
    const before = entriesOf(now) ?? [];
    take(JSON.stringify([...before, { paragraph, attribute: null, basis: "stated", rule: null }]));
  };
  return (
    <button type="button" class="button" onClick={cite}>
      {t("site.cite", { paragraph })}
    </button>
  );
}

/** Reckoned from what is typed and drawn, where both are there; said to be so. */
function Computed() {
  const number = (name: string, factor = 1) => {
    const value = Number((texts.value[name] ?? "").trim() || Number.NaN) * factor;
    return Number.isFinite(value) ? value : null;
  };
  const drawn = measured.value.area_m2 > 0 ? measured.value.area_m2 : null;
  const land = drawn ?? number("land_area_m2");
  const [invested, floor] = [number("investment_cny", 1e8), number("floor_area_m2")];
  const said = (value: number, digits: number) => formatNumber(value, language.value, digits);
  const rows = [
    drawn && t("site.drawn_area", { m2: said(drawn, 0), mu: said(drawn / MU_M2, 1) }),
    land && floor && t("site.ratio", { value: said(floor / land, 2) }),
    land && invested && t("site.intensity", { value: said(invested / 1e4 / (land / MU_M2), 1) }),
  ].filter((row) => typeof row === "string");
  if (rows.length === 0) return null;
  return (
    <ul class="site-computed" aria-label={t("site.computed")}>
      {rows.map((row) => (
        <li key={row}>
          {row} <span class="chip">{t("site.computed")}</span>
        </li>
      ))}
    </ul>
  );
}
