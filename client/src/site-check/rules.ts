import { computed } from "@preact/signals";
import { createRemote, type Remote } from "../api/remote.ts";
import { type CheckRule, getRules } from "./requests.ts";

/** The rules by which the server checks, for their words: they come when somebody asks. */

const KEY = "checks";
const remote = createRemote<readonly CheckRule[]>(() => getRules());

export const rules = computed<Remote<readonly CheckRule[]>>(() => remote.read(KEY));
export const loadRules = () => remote.want(KEY);

const byCode = computed(
  () => new Map(rules.value.kind === "ready" ? rules.value.data.map((rule) => [rule.code, rule] as const) : []),
);

/** Undefined of a rule that a newer server has, and of the row that folds what a layer leaves open. */
export const ruleOf = (code: string): CheckRule | undefined => byCode.value.get(code);
