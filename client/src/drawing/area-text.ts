import { formatNumber, MU, MU_M2 } from "../language/format.ts";
import type { Language } from "../language/view.ts";

const HECTARE_M2 = 10_000;

/**
 * How large a drawing is, in 亩, hectares and m²: its corners are where they were put, so a tenth of a 亩 is no false
 * precision, and whoever has typed 196.5 亩 reads it.
 */
export const areaTexts = (m2: number, language: Language): [mu: string, hectares: string, squareMetres: string] => [
  `${formatNumber(m2 / MU_M2, language, 1)}\u2009${MU[language]}`,
  `${formatNumber(m2 / HECTARE_M2, language, 2)}\u2009ha`,
  `${formatNumber(m2, language, 0)}\u2009m²`,
];
