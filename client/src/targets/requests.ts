import type { Targets } from "../api/answers.ts";
import { type Answer, address, get } from "../api/request.ts";

/** Targets of the zone, the industry clusters, the chains and the parks, and the terms of their indicators. */
export const getPlanTargets = (signal?: AbortSignal): Promise<Answer<Targets>> =>
  get<Targets>("api/plan/targets", signal);

/** The same as a table for spreadsheets, as far as it is chosen. */
export function targetTableAddress({ scope, theme, year }: Choice): string {
  const chosen = Object.entries({ scope, indicator_theme: theme, horizon: year });
  const query = new URLSearchParams({ f: "csv" });
  for (const [name, value] of chosen) if (value !== null) query.set(name, value);
  return address(`api/plan/targets?${query}`).href;
}

type Choice = { scope: string | null; theme: string | null; year: string | null };
