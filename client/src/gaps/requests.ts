import type { Gaps } from "../api/answers.ts";
import { get } from "../api/request.ts";

/** The work list: where the plan is silent or states one thing in two ways. Facts with their places, no verdict. */
export type { GapEntry, GapFeature, GapSide, Gaps } from "../api/answers.ts";

export const getGaps = (signal?: AbortSignal) => get<Gaps>("api/plan/gaps", signal);
