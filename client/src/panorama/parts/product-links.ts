import type { ChainFeature, Industry, NamedFeature, NamedThing } from "../requests.ts";

export type ProductLinks = { enterprises: readonly NamedFeature[]; projects: readonly ChainFeature[] };

/**
 * Whom and what the plan names together with a product: projects that have it in their name or among what they make,
 * or that are named in its paragraph; enterprises of those projects, and those named in its paragraph.
 */
export function productLinks({ enterprises, projects }: Industry, product: NamedThing): ProductLinks {
  const { zh, paragraph } = product;
  const ofProduct = projects.filter(
    ({ name_zh, outputs, citations }) =>
      name_zh.includes(zh) || outputs?.some(({ what_zh }) => what_zh.includes(zh)) || isNamedIn(citations, paragraph),
  );
  const builders = new Set(ofProduct.map(({ enterprise }) => enterprise));
  return {
    projects: ofProduct,
    enterprises: enterprises.filter(
      ({ paragraph: own, feature }) =>
        own === paragraph ||
        (feature !== null && (builders.has(feature.code) || isNamedIn(feature.citations, paragraph))),
    ),
  };
}

/** A citation of an attribute gives a figure; one without names the feature itself. */
const isNamedIn = (citations: ChainFeature["citations"], paragraph: string): boolean =>
  citations.some((one) => one.attribute === null && one.paragraph === paragraph);
