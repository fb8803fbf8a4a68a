import { definitionOf, term } from "../catalogue.ts";
import { formatLandArea, formatLength, formatNumber, formatValue } from "../language/format.ts";
import { collectionTitle, inLanguage, nameOf, saidInLanguage, termName } from "../language/names.ts";
import { type Args, isKey, type Key, t } from "../language/t.ts";
import { language } from "../language/view.ts";
import type { CheckFinding } from "./requests.ts";
import { ruleOf } from "./rules.ts";
import "./parts/words.ts";

/** Findings as people read them; the server answers codes and numbers. */

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** What it is about: a feature, a line that the plan names, a layer, or the rule itself. */
export function titleOf(finding: CheckFinding): string {
  const { subject, args, rule, layer } = finding;
  if (subject) return nameOf(subject).text || subject.code;
  if (rule === "undecided" && layer) return layerTitle(layer, args);
  return saidInLanguage(args, "name") ?? aboutOf(finding);
}

/** A feature by its code and its two names, in whichever language has one. */
const featureOf = (code: unknown, zh: unknown, en: unknown): string =>
  nameOf({ code: text(code) ?? "", name_zh: text(zh) ?? "", name_en: text(en) }).text;

/** A layer as the page calls it; one that came after the page was opened as the answer does. */
const layerTitle = (layer: string, args: CheckFinding["args"]): string =>
  (definitionOf(layer) ? null : saidInLanguage(args, "title")) ?? collectionTitle(layer);

/** What was looked at; of a rule that is for every layer of constraints, which layer. */
export const aboutOf = ({ args, rule, layer }: CheckFinding): string =>
  saidInLanguage(args, "title") === null ? ruleTitle(rule) : layerTitle(layer ?? "", args);

/** What was looked at. */
export function ruleTitle(code: string): string {
  const rule = ruleOf(code);
  return rule ? inLanguage(rule) : code;
}

/** What was looked at, and what it is about where that is something else. */
export function findingTitle(finding: CheckFinding): string {
  const [rule, about] = [ruleTitle(finding.rule), titleOf(finding)];
  return rule === about ? rule : `${rule} · ${about}`;
}

/** How much, or how far; null where the finding has no figure. */
export function figureOf({ overlap, distance, value, unit, rule, outcome }: CheckFinding): string | null {
  const isDistance = ruleOf(rule)?.kind === "distance";
  if (isDistance && distance)
    return distance.m > 0 ? `≈ ${formatLength(distance.m, language.value)}` : t("check.on_it");
  if (overlap?.mu !== undefined) return `${percent(overlap.percent)} · ${mu(overlap.m2 ?? 0)}`;
  if (overlap?.m !== undefined) return `${percent(overlap.percent)} · ${formatLength(overlap.m, language.value)}`;
  if (value === null || unit === null || outcome === "no-hit") return null;
  if (unit === "%") return t(value > 0 ? "check.point_on" : "check.point_off");
  return withUnit(value, unit);
}

const percent = (value: number): string => `${formatNumber(value, language.value, 1)}%`;
const mu = (m2: number): string => formatLandArea(m2, language.value).split(" · ")[0] ?? "";

function withUnit(value: number, unit: string): string {
  if (unit === "1") return formatNumber(value, language.value);
  return formatValue(value, unit, term("unit", unit) ? termName("unit", unit) : unit, language.value);
}

/** Between which values it can be, for the drawing of the plan may be off; null where it cannot. */
export function rangeOf({ range, unit, rule }: CheckFinding): string | null {
  const [least, most] = range ?? [];
  if (least === undefined || most === undefined || unit === null || most - least < 0.05) return null;
  if (ruleOf(rule)?.kind === "distance")
    return t("check.range", {
      least: formatLength(least, language.value),
      most: formatLength(most, language.value),
    });
  if (unit !== "%") return null;
  return t("check.range", { least: percent(least), most: percent(most) });
}

/** Why, and what else belongs to it: the words of every code among the arguments. */
export function notesOf(finding: CheckFinding): string[] {
  const { args, rule } = finding;
  const reason = text(args.reason);
  const outside = number(args.outside);
  return [
    ...(reason ? [reasonText(reason, finding)] : []),
    ...(args.sliver === true ? [t("check.sliver")] : []),
    ...(outside ? [t("check.outside", { area: mu(outside) })] : []),
    ...(args.declared === true ? [t("check.declared")] : []),
    ...(text(args.author) ? [t("check.pending", { name: String(args.author) })] : []),
    ...stated(finding),
    ...(rule === "undecided" ? [undecidedText(finding)] : []),
    ...sameText(args.same),
    ...(finding.basis ? [inLanguage(finding.basis)] : []),
  ];
}

/** A code of a reason in words; a code that has none is said as it is. */
export function reasonText(reason: string, { args }: Pick<CheckFinding, "args">): string {
  const key = `check_reason.${reason}`;
  const missing = Array.isArray(args.missing) ? args.missing.map((name) => attributeText(String(name))) : [];
  const words: Args = {
    names: missing.join(t("list.separator")),
    name: attributeText(String(args.property ?? "")),
    count: number(args.count) ?? 0,
    type: String(args.geometry_type ?? ""),
    example: String(args.example ?? ""),
  };
  return isKey(key) ? t(key as Key, words) : reason;
}

/** An entry of the form by its name. */
export function attributeText(name: string): string {
  const key = `check_attribute.${name}`;
  return isKey(key) ? t(key as Key) : name;
}

function stated({ args, unit }: CheckFinding): string[] {
  const value = number(args.stated);
  const target = number(args.target);
  return [
    ...(value !== null && unit ? [t("check.stated", { value: withUnit(value, unit) })] : []),
    ...(target !== null && text(args.unit) ? [t("check.target", { value: withUnit(target, String(args.unit)) })] : []),
  ];
}

const undecidedText = ({ args }: CheckFinding): string =>
  t("check.undecided", {
    count: number(args.decides) ?? 0,
    accuracy: formatLength(number(args.accuracy_m) ?? 0, language.value),
  });

function sameText(same: unknown): string[] {
  if (!Array.isArray(same) || same.length === 0) return [];
  const names = same.map((one) => featureOf(one.code, one.name_zh, one.name_en));
  return [t("check.same", { names: names.join(t("list.separator")) })];
}

/** What lies nearest of what was looked at in vain. */
export function nearestOf({ args, distance }: CheckFinding): string | null {
  const name = featureOf(args.nearest, args.nearest_name_zh, args.nearest_name_en);
  return name && distance ? t("check.nearest", { name, distance: formatLength(distance.m, language.value) }) : null;
}
