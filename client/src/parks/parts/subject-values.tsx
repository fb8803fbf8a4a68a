import type { Output, Statement } from "../../api/types.ts";
import type { PropertyDefinition } from "../../catalogue.ts";
import { FallbackSign } from "../../language/fallback-sign.tsx";
import { formatFloorArea, formatLandArea, formatNumber, formatValue } from "../../language/format.ts";
import { inLanguage, memberInLanguage, type Name, nameOf, termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language, pageLanguage, tagOf } from "../../language/view.ts";
import { openFeature } from "../../selection/select.ts";
import type { ComparedRow } from "../requests.ts";

type Feature = { collection?: string | null; code: string | null; name_zh: string; name_en: string | null };
type Sum = { sum: number; known: number; not_stated: number };
type Target = { value: number; unit: string; comparator: string };
type Words = { zh: string; en: string; ja?: string; ko?: string };

/** So many stand in a cell; more are folded. */
const SHOWN = 6;

/** The figure of a cell that a bar can show; null where there is none. */
export function figureOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  const { sum, value: target } = (value ?? {}) as Partial<Sum & Target>;
  return sum ?? target ?? null;
}

/** What bars of a row are measured by: 0 where it has none, as rows of years. */
export const largestOf = ({ kind, code, cells }: ComparedRow): number =>
  kind === "property" && code?.startsWith("period")
    ? 0
    : Math.max(0, ...cells.map(({ value }) => figureOf(value) ?? 0));

export function Bar({ share, isOpen }: { share: number; isOpen: boolean }) {
  return (
    <span class="compare-bar" aria-hidden="true">
      <span data-maybe={isOpen || undefined} style={{ width: `${share * 100}%` }} />
    </span>
  );
}

type Props = { row: ComparedRow; value: unknown; property: PropertyDefinition | undefined };

/** What a cell states, in words. */
export function Value({ row, value, property }: Props) {
  switch (row.kind) {
    case "property":
      return property ? <PropertyValue property={property} value={value} /> : termName(row.code ?? "", String(value));
    case "words":
      return (
        <List
          entries={(value as Words[]).map((words) => (
            <Said key={words.zh} {...said(inLanguage(words), Boolean(words[language.value]))} />
          ))}
        />
      );
    case "features":
      return (
        <List entries={(value as Feature[]).map((feature) => <Named key={feature.name_zh} feature={feature} />)} />
      );
    case "sum":
      return <SumOf sum={value as Sum} unit={property?.unit ?? ""} />;
    case "target": {
      const target = value as Target;
      const sign = target.comparator === "eq" ? "" : `${termName("comparator", target.comparator)} `;
      return <strong>{`${sign}${amountOf(target.value, target.unit)}`}</strong>;
    }
    default:
      return <>{t("compare.counted", { count: (value as unknown[]).length })}</>;
  }
}

const amountOf = (value: number, unit: string): string =>
  formatValue(value, unit, termName("unit", unit), language.value);

function PropertyValue({ property, value }: { property: PropertyDefinition; value: unknown }) {
  if (property.references) return <Named feature={{ ...(value as Feature), collection: property.references }} />;
  if (property.vocabulary)
    return (
      <>
        {[value]
          .flat()
          .map((code) => termName(property.vocabulary ?? "", String(code)))
          .join(t("list.separator"))}
      </>
    );
  if (property.type === "outputs")
    return (
      <List
        entries={(value as Output[]).map((output) => (
          <Said key={output.what_zh} {...said(outputOf(output), pageLanguage.value === language.value)} />
        ))}
      />
    );
  if (property.type === "statements")
    return (
      <List
        entries={(value as Statement[]).map((statement) => (
          <Said
            key={statement.what_zh}
            {...said(memberInLanguage(statement, "what"), pageLanguage.value === language.value)}
          />
        ))}
      />
    );
  if (typeof value !== "number") return <>{String(value)}</>;
  if (property.unit === "m2")
    return (
      <strong>
        {property.name.startsWith("land")
          ? formatLandArea(value, language.value)
          : formatFloorArea(value, language.value)}
      </strong>
    );
  return <strong>{property.unit ? amountOf(value, property.unit) : String(value)}</strong>;
}

/** Outputs have their words in Chinese and English. */
function outputOf(output: Output): string {
  const own = language.value === "zh" ? "zh" : "en";
  const what = memberInLanguage(output, "what");
  if (output.quantity === null) return `${what} · ${t("not_stated_short")}`;
  const unit = output.unit_en.startsWith("CNY") ? output.unit_en.replace(" per ", "/") : "";
  return `${what} ${formatValue(output.quantity, unit, output[`unit_${own}`], own)}`;
}

function SumOf({ sum: { sum, known, not_stated }, unit }: { sum: Sum; unit: string }) {
  const value = unit === "m2" ? `${formatNumber(sum / 1e4, language.value)} ha` : amountOf(sum, unit);
  return (
    <>
      <strong>{value}</strong> <small>{t("compare.sum_known", { known, rest: not_stated })}</small>
    </>
  );
}

/** A text with the mark of another language, where it has none in the one that is shown. */
export function Said({ text, lang }: Name) {
  return (
    <span lang={lang}>
      {text}
      {lang !== tagOf(language.value) && (
        <>
          {" "}
          <FallbackSign />
        </>
      )}
    </span>
  );
}

const said = (text: string, isOwn: boolean): Name => ({
  text,
  lang: tagOf(isOwn ? language.value : pageLanguage.value),
});

type Subject = { name_zh: string; name_en: string | null; name_ja: string | null; name_ko: string | null };

/** What the server calls it, in the language that is shown or the one that it has. */
export function subjectName(subject: Subject): Name {
  const has = [language.value, pageLanguage.value].find((one) => subject[`name_${one}`]) ?? "zh";
  return { text: memberInLanguage(subject, "name"), lang: tagOf(has) };
}

/** A feature of the map opens there; another is a name. */
function Named({ feature }: { feature: Feature }) {
  const { collection, code } = feature;
  const name = nameOf({ code: code ?? "", name_zh: feature.name_zh, name_en: feature.name_en });
  if (!collection || !code) return <Said {...name} />;
  return (
    <button type="button" class="match-name" onClick={() => openFeature(collection, code)}>
      <Said {...name} />
    </button>
  );
}

function List({ entries }: { entries: readonly preact.ComponentChildren[] }) {
  const all = (
    <ul class="compare-list">
      {entries.map((entry, place) => (
        <li key={place}>{entry}</li>
      ))}
    </ul>
  );
  if (entries.length <= SHOWN) return all;
  return (
    <details>
      <summary>{t("compare.counted", { count: entries.length })}</summary>
      {all}
    </details>
  );
}
