import type { FilterCheck, FilterMatches } from "../api/answers.ts";
import { type Answer, get } from "../api/request.ts";

export type { FilterMatch, FilterMatches } from "../api/answers.ts";

/** What has room in the address of a request, with other parameters beside it; a Chinese character takes nine. */
const LONGEST = 14_000;

/**
 * What a CQL2 text matches, in all collections, in every year or at one horizon. A text that is no filter is a Problem with status 200: it was asked
 * whether it is one, and its `args` say where it is not (`offset` in UTF-16 units, as strings count here).
 */
export async function checkFilter(text: string, signal?: AbortSignal, year?: number): Promise<Answer<FilterMatches>> {
  const written = encodeURIComponent(text);
  if (written.length > LONGEST) return { ok: false, problem: { status: 200, code: "query-too-long" } };
  const time = year === undefined ? "" : `&datetime=${year}`;
  const answer = await get<FilterCheck>(`api/filter/check?filter=${written}${time}`, signal);
  if (!answer.ok) return answer;
  return "problem" in answer.data
    ? { ok: false, problem: { ...answer.data.problem, status: 200 } }
    : { ok: true, data: answer.data };
}
