import type { Catalogue } from "./api/answers.ts";
import { untilRetry } from "./catalogue-missing.ts";
import { getCatalogue } from "./catalogue-requests.ts";

/**
 * The catalogue, once, before anything that needs it is evaluated (catalogue.ts). The page asks the server for it; a
 * worker has it from the page in its first message.
 */
export const catalogueSource: Promise<Catalogue> = typeof document === "undefined" ? fromPage() : fromServer();

async function fromServer(): Promise<Catalogue> {
  for (;;) {
    const answer = await getCatalogue();
    if (answer.ok) return answer.data;
    await untilRetry();
  }
}

export type CatalogueMessage = { kind: "catalogue"; catalogue: Catalogue };

function fromPage(): Promise<Catalogue> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent<CatalogueMessage | { kind: "other" }>) => {
      if (data.kind !== "catalogue") return;
      removeEventListener("message", listen);
      resolve(data.catalogue);
    };
    addEventListener("message", listen);
  });
}
