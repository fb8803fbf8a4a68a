import type { Catalogue } from "./api/answers.ts";
import { type Answer, get } from "./api/request.ts";

/** The catalogue of the package that the server has loaded; index.html asks for the same address beforehand. */
export const getCatalogue = (signal?: AbortSignal): Promise<Answer<Catalogue>> =>
  get("api/catalogue?omit=glossary,indicator,profiles,checks,ja,ko", signal);
