import { collectionTitle } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import type { OfChain } from "../of-chain.ts";

/** "Projects of the chain: 1 placed, 7 unplaced". */
export const ofChainWords = ({ collection, placed, unplaced }: OfChain): string =>
  t("parks.of_chain", { name: collectionTitle(collection), placed, unplaced });
