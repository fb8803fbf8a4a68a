import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { CitationChip } from "../../reading/citation-chip.tsx";
import type { Industry, NamedThing } from "../requests.ts";
import { Features, Named } from "./panorama-items.tsx";
import { productLinks } from "./product-links.ts";

/** Products, each with its sentence; one that opens leads to the enterprises and projects that are named with it. */
export function ProductList({ industry, products }: { industry: Industry; products: readonly NamedThing[] }) {
  return (
    <ul class="panorama-things">
      {products.map((product) => (
        <li key={`${product.zh} ${product.paragraph}`}>
          <Product industry={industry} product={product} />
          <CitationChip paragraph={product.paragraph} mark={{ kind: "words", words: product.zh }} />
        </li>
      ))}
    </ul>
  );
}

function Product({ industry, product }: { industry: Industry; product: NamedThing }) {
  const { enterprises, projects } = productLinks(industry, product);
  if (enterprises.length + projects.length === 0) return <>{inLanguage(product)}</>;
  return (
    <details class="panorama-product">
      <summary>{inLanguage(product)}</summary>
      <p class="note">{t("panorama.named_with")}</p>
      {projects.length > 0 && (
        <>
          <h5>{t("panorama.projects")}</h5>
          <Features features={projects} />
        </>
      )}
      {enterprises.length > 0 && (
        <>
          <h5>{t("panorama.enterprises")}</h5>
          <Named entries={enterprises} />
        </>
      )}
    </details>
  );
}
