/** What somebody says is wrong: a feature, a paragraph of the plan or one of its sentences, or a finding of the check of a place. */
export type About =
  | { kind: "feature"; collection: string; code: string }
  /** `sentences`: how many it has; `sentence`: the one that is read, counted from 0, or null for the whole. */
  | { kind: "paragraph"; paragraph: string; sentences: number; sentence: number | null }
  | { kind: "finding"; finding: string; place: readonly [lon: number, lat: number] };

/** One form is open at a time: the one of what is called so. */
export function keyOf(about: About): string {
  if (about.kind === "feature") return `${about.collection}/${about.code}`;
  return about.kind === "paragraph" ? about.paragraph : about.finding;
}

const PLACE = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/;

/** Longitude and latitude as somebody types them, with a comma or a blank between; null for anything else. */
export function parsePlace(text: string): readonly [lon: number, lat: number] | null {
  const [, lon = "", lat = ""] = PLACE.exec(text) ?? [];
  const place = [Number(lon), Number(lat)] as const;
  return lon !== "" && Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90 ? place : null;
}

/** A metre: a press says no more. */
export const writePlace = ([lon, lat]: readonly [number, number]): string => `${lon.toFixed(5)}, ${lat.toFixed(5)}`;
