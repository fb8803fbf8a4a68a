import type { Target } from "../api/types.ts";
import { type Term, vocabularies } from "../catalogue.ts";
import { answeredTerms } from "../language/answered-terms.ts";

/** More indicators than this are read by theme. */
const WITHOUT_THEMES = 20;

export const themes = vocabularies.get("indicator_theme")?.terms ?? [];

/** The targets by the theme of their indicator, in the order of the catalogue; one group without a theme where they are few. */
export function byTheme(targets: readonly Target[]): readonly { theme: Term | null; own: readonly Target[] }[] {
  if (indicatorsOf(targets).length <= WITHOUT_THEMES) return [{ theme: null, own: targets }];
  const themeOf = new Map(answeredTerms("indicator").map(({ code, parent }) => [code, parent]));
  return themes.flatMap((theme) => {
    const own = targets.filter(({ indicator }) => themeOf.get(indicator) === theme.code);
    return own.length > 0 ? [{ theme, own }] : [];
  });
}

/** The indicators of targets, each once, in the order of the vocabulary. */
export function indicatorsOf(targets: readonly Target[]): readonly string[] {
  const order = answeredTerms("indicator").map(({ code }) => code);
  return [...new Set(targets.map(({ indicator }) => indicator))].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
