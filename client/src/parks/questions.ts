/** What the plan leaves open for the parks that somebody wants to visit. */
export type OpenQuestion = { fact: string; parks: readonly string[]; isForAll: boolean };

/**
 * The facts that are not stated for any of the parks: those that are open for all of them first, then as the catalogue
 * has them. `missing` by code of the park.
 */
export function openQuestions(
  facts: readonly string[],
  missing: ReadonlyMap<string, readonly string[]>,
): OpenQuestion[] {
  const questions = facts.flatMap((fact) => {
    const parks = [...missing].flatMap(([park, codes]) => (codes.includes(fact) ? [park] : []));
    return parks.length > 0 ? [{ fact, parks, isForAll: parks.length === missing.size }] : [];
  });
  return [...questions.filter(({ isForAll }) => isForAll), ...questions.filter(({ isForAll }) => !isForAll)];
}
