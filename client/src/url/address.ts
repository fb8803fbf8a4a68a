import type { Signal } from "@preact/signals";
import type { ViewField } from "./field.ts";
import { type MapView, parseMap, serialiseMap } from "./map-part.ts";

/** All that a link carries: the fields as parameters, in this order, and where the map is after the `#`. */
export type View = { readonly fields: readonly ViewField[]; readonly map: Signal<MapView | null> };

/** What servers and proxies take as one line is 8 kB at least, and the rest of the view needs some of it. */
const LONGEST_IN_QUERY = 4000;

/** Shows what an address says. One without a map part leaves the map where it is. */
export function showAddress({ fields, map }: View, search: string, hash: string): void {
  const query = new URLSearchParams(search);
  const behind = new URLSearchParams(hash.replace(/^#/, ""));
  for (const { name } of fields) if (!query.has(name) && behind.has(name)) query.set(name, behind.get(name) ?? "");
  for (const field of fields) field.show(query);
  const place = parseMap(hash);
  if (place) map.value = place;
}

/** `?…#map=…` of what is shown. A value that is too long for the line of a request stands behind the `#`, which is not sent. */
export function writeAddress({ fields, map }: View): string {
  const written = fields.map((field) => [field.name, field.write()] as const);
  const isLong = ([, value]: readonly [string, string]) => readable(value).length > LONGEST_IN_QUERY;
  const query = writeQuery(written.filter((parameter) => !isLong(parameter)));
  const behind = [serialiseMap(map.value), writeParameters(written.filter(isLong))].filter((part) => part !== "");
  return `${query}${behind.length > 0 ? `#${behind.join("&")}` : ""}`;
}

/** What makes a step of "back". */
export const writeSteps = ({ fields }: View): string => writeQuery(fields.map((field) => [field.name, field.step()]));

/** `?a=1&b=2`; parameters without a value are left out, and nothing at all is an empty text. */
export function writeQuery(parameters: readonly (readonly [string, string])[]): string {
  const query = writeParameters(parameters);
  return query ? `?${query}` : "";
}

function writeParameters(parameters: readonly (readonly [string, string])[]): string {
  return parameters
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join("&");
}

/** What is legal in a query and left alone lets a person read the link. An apostrophe is not: browsers write %27. */
function readable(value: string): string {
  return encodeURIComponent(value)
    .replace(/%(?:2C|2F|3A|3D)/g, decodeURIComponent)
    .replaceAll("%20", "+")
    .replaceAll("'", "%27");
}
