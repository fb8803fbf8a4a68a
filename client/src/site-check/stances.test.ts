import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { catalogue } from "../catalogue.ts";
import {
  canGiveReasons,
  checkReasons,
  giveReason,
  reasonFor,
  reasonsGone,
  stancesFor,
  stands,
  takeBack,
} from "./reasons.ts";
import type { CheckFinding } from "./requests.ts";
import { loadRules, rules } from "./rules.ts";

beforeAll(async () => {
  vi.stubGlobal("fetch", async () => Response.json(catalogue));
  loadRules();
  await vi.waitFor(() => expect(rules.value.kind).toBe("ready"));
  vi.unstubAllGlobals();
});

beforeEach(() => {
  checkReasons.value = [];
  return () => {
    canGiveReasons.value = false;
  };
});

const finding = (rule: string, own: Partial<CheckFinding> = {}) =>
  ({ id: `${rule}:x`, rule, outcome: "attention", severity: "error", ...own }) as CheckFinding;

it("one reason is kept for a finding, the last one, until it is taken back", () => {
  giveReason({ finding: "road:x", stance: "contested", reason: "a" });
  giveReason({ finding: "belt:x", stance: "explained", reason: "b" });
  giveReason({ finding: "road:x", stance: "explained", reason: "c" });
  expect(checkReasons.value).toHaveLength(2);
  expect(reasonFor("road:x")).toEqual({ finding: "road:x", stance: "explained", reason: "c" });
  takeBack("road:x");
  expect(checkReasons.value.map(({ finding }) => finding)).toEqual(["belt:x"]);
});

it("an error can be contested, a warning explained or contested, and what is no matter of opinion neither", () => {
  expect(stancesFor(finding("in-zone"))).toEqual(["contested"]);
  expect(stancesFor(finding("belt", { severity: "warning" }))).toEqual(["explained", "contested"]);
  expect(stancesFor(finding("belt", { severity: "warning", outcome: "no-hit" }))).toEqual(["contested"]);
  expect(stancesFor(finding("geometry-valid"))).toEqual([]);
  expect(stancesFor(finding("attributes"))).toEqual([]);
});

it("what stands before a submission is what the server refuses", () => {
  expect(stands(finding("in-zone"))).toBe("blocks");
  giveReason({ finding: "in-zone:x", stance: "explained", reason: "a" });
  expect(stands(finding("in-zone"))).toBe("blocks");
  giveReason({ finding: "in-zone:x", stance: "contested", reason: "a" });
  expect(stands(finding("in-zone"))).toBeNull();
  giveReason({ finding: "geometry-valid:x", stance: "contested", reason: "a" });
  expect(stands(finding("geometry-valid"))).toBe("blocks_always");
  const warning = finding("belt", { severity: "warning" });
  expect(stands(warning)).toBe("needs_reason");
  giveReason({ finding: "belt:x", stance: "explained", reason: "a" });
  expect(stands(warning)).toBeNull();
  expect(stands(finding("park", { severity: "info" }))).toBeNull();
  expect(stands(finding("in-zone", { outcome: "cannot-check" }))).toBeNull();
});

it("what was said to a finding that is no more is kept and shown as that", () => {
  giveReason({ finding: "road:x", stance: "contested", reason: "a" });
  giveReason({ finding: "belt:y", stance: "contested", reason: "b" });
  const undecided = finding("undecided", { findings: [finding("road")] });
  expect(reasonsGone([undecided]).map((reason) => reason.finding)).toEqual(["belt:y"]);
});
