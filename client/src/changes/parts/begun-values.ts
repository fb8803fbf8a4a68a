import type { Geometry } from "geojson";
import { asText, type Field } from "../fields.ts";
import type { Proposed } from "../proposed.ts";
import type { Begun } from "../view.ts";

/** As the API takes it. */
export const asJson = (geometry: Geometry | null) => geometry as unknown as Record<string, unknown> | null;

/** What was said of each field before, as the form keeps it. */
export const textsOf = (fields: readonly Field[], properties: Begun["properties"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const { name } = field.property;
      return name in properties ? [[name, asText(field, properties[name])]] : [];
    }),
  );

/** What a proposed place says of itself, as the fields show it. */
export const ofPlace = (place: Proposed | null): Readonly<Record<string, string>> => ({
  ...(place?.sharedWith && { placed_by: place.sharedWith }),
  ...(place?.isOnSchematic !== undefined && { snapped_to_schematic: place.isOnSchematic ? "yes" : "no" }),
});
