import { signal } from "@preact/signals";
import { term, vocabularies } from "../catalogue.ts";
import { chainOnMap } from "../features/emphasis.ts";
import { viewField } from "../url/field.ts";

/** The panorama opens with the first chain of the catalogue. */
export const firstChain = vocabularies.get("industry_chain")?.terms[0]?.code ?? "";

/** The chain whose panorama is open. */
export const panoramaChain = signal<string>(firstChain);
export const panoramaField = viewField({
  name: "chain",
  signal: panoramaChain,
  parse: (text) => term("industry_chain", text ?? "")?.code ?? firstChain,
  serialise: (code) => (code === firstChain ? "" : code),
});

/** While the panorama is open the map shows its chain; what the reader filters by stays, and comes back with the end. */
export function showOnMap(chain: string): () => void {
  chainOnMap.value = chain;
  return () => {
    chainOnMap.value = null;
  };
}
