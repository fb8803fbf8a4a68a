import { signal } from "@preact/signals";
import { typedField } from "../url/field.ts";

export const searchText = signal("");
export const searchField = typedField("q", searchText);
