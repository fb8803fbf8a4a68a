import type { PlanFeature } from "../api/types.ts";
import { vocabularies } from "../catalogue.ts";
import type { Dimension } from "../filter/filter.ts";

/**
 * An order of features, the same whether they are sorted here or by the server (`sortby`; server/Ogc/SortKey.cs): what
 * has no value is last in either direction, texts follow their code points, and the code settles what is equal, in the
 * direction of the value. Of terms it is the order of their vocabulary.
 */
export type Order = { by: "value"; property: string; isDescending: boolean } | { by: "terms"; property: Dimension };

type Compare = (a: PlanFeature, b: PlanFeature) => number;

/** The codes as one reads them: project-4-2-1 before project-4-10-1, as the boxes of the plan follow each other. */
const numbered = new Intl.Collator("en", { numeric: true });
const inPlan: Compare = (a, b) => numbered.compare(a.properties.code, b.properties.code);
const byCode: Compare = (a, b) => compareText(a.properties.code, b.properties.code);

/** Null is the order of the plan. */
export function compareIn(order: Order | null): Compare {
  if (order === null) return inPlan;
  const { property } = order;
  const direction = order.by === "value" && order.isDescending ? -1 : 1;
  const places = new Map(order.by === "terms" ? termCodes(property).map((code, place) => [code, place]) : []);
  const value = ({ properties }: PlanFeature) =>
    (order.by === "value" ? properties[property] : places.get(String(properties[property]))) ?? null;
  return (a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1;
      return direction * byCode(a, b);
    }
    return direction * (compareValues(one, other) || byCode(a, b));
  };
}

/** The parameter of a request; null where the server's own order is meant. */
export const sortbyOf = (order: Order | null): string | null =>
  order?.by === "value" ? `${order.isDescending ? "-" : ""}${order.property}` : null;

export const termCodes = (vocabulary: string): string[] =>
  vocabularies.get(vocabulary)?.terms.map(({ code }) => code) ?? [];

const compareValues = (a: unknown, b: unknown): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));

/** By code points, which UTF-16 has in another order where one is beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let at = 0; at < end; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return isSurrogate(one) === isSurrogate(other) ? one - other : isSurrogate(one) ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
