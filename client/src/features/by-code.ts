import { askedCollections } from "./features-in.ts";
import { keepFetched } from "./fetched.ts";
import { getItemPage } from "./requests.ts";

/** Looks in the large collections for a code that nothing held has; `findByCode` knows it then. Gives back the way to give up. */
export function askByCode(code: string): () => void {
  const controller = new AbortController();
  for (const collection of askedCollections.peek())
    void getItemPage(collection, new URLSearchParams({ code, limit: "1" }), controller.signal).then((answer) => {
      if (answer.ok && answer.data.features.length > 0) keepFetched(collection, answer.data.features);
    });
  return () => controller.abort();
}
