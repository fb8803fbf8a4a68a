import { measured } from "../../drawing/measured.ts";
import { formatNumber, MU_M2 } from "../../language/format.ts";
import { inLanguage, nameOf } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { asked } from "../../site-check/asking.ts";
import type { CheckFinding } from "../../site-check/requests.ts";
import { FieldInput } from "./field-input.tsx";
import { type SiteField, siteGroups } from "./site-form.ts";
import { siteReading } from "./site-reading.tsx";
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
      {name === "citations" && <ReadToCite />}
    </div>
  );
}

/** As many features that have the ground alike are offered: sketches lie over each other. */
const MOST_OFFERED = 3;

/** What the map says of the ground: the feature that has the most of it, drawn schematically too, which is said. */
function Suggestion({ name, take }: { name: string; take: (code: string) => void }) {
  const offered = mostOf(name);
  if (offered.length === 0 || offered.some(({ subject }) => subject?.code === texts.value[name])) return null;
  const isOpen = offered.some(({ outcome }) => outcome === "cannot-check");
  return (
    <p class="site-suggestion">
      {t(isOpen ? "site.lies_in_sketch" : "site.lies_in")}
      {offered.map(
        ({ subject }) =>
          subject && (
            <button key={subject.code} type="button" class="button button-quiet" onClick={() => take(subject.code)}>
              {t("site.take", { name: nameOf(subject).text })}
            </button>
          ),
      )}
    </p>
  );
}

/** Of the rule that is called as the property is; what the accuracy of a layer leaves open is folded into its row. */
function mostOf(rule: string): CheckFinding[] {
  const state = asked.value;
  const all = (state.kind === "answered" ? state.answer.findings : [])
    .flatMap((finding) => [finding, ...(finding.findings ?? [])])
    .filter((one) => one.rule === rule && one.outcome !== "no-hit" && one.subject && (one.value ?? 0) > 0);
  const most = Math.max(...all.map(({ value }) => value ?? 0));
  return all.filter(({ value }) => value === most).slice(0, MOST_OFFERED);
}

/** The way to the text, where a press cites. */
function ReadToCite() {
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          siteReading.value = true;
        }}
      >
        {t("site.choose_text")}
      </button>
      <p class="note">{t("site.cite_note")}</p>
    </>
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
