import type { Targets } from "../api/answers.ts";
import { type Answer, get } from "../api/request.ts";

/** Targets of the zone, the industry clusters, the chains and the parks, and the terms of their indicators. */
export const getPlanTargets = (signal?: AbortSignal): Promise<Answer<Targets>> =>
  get<Targets>("api/plan/targets", signal);
