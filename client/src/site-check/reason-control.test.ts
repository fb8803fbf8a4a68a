import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { catalogue } from "../catalogue.ts";
import { ReasonControl } from "./parts/reason-control.tsx";
import { canGiveReasons, checkReasons } from "./reasons.ts";
import type { CheckFinding } from "./requests.ts";
import { loadRules, rules } from "./rules.ts";

const finding = { id: "belt:x", rule: "belt", outcome: "attention", severity: "warning", args: {} } as CheckFinding;
const place = document.createElement("div");

beforeAll(async () => {
  vi.stubGlobal("fetch", async () => Response.json(catalogue));
  loadRules();
  await vi.waitFor(() => expect(rules.value.kind).toBe("ready"));
  vi.unstubAllGlobals();
});

afterEach(() => {
  canGiveReasons.value = false;
  checkReasons.value = [];
  render(null, place);
});

const show = () => act(() => render(h(ReasonControl, { finding }), place));
const button = (at: number) => place.querySelectorAll("button")[at] as HTMLButtonElement;

it("is not there for who merely asks", async () => {
  await show();
  expect(place.innerHTML).toBe("");
});

it("opens by a press, keeps what is written, changes it and takes it back", async () => {
  canGiveReasons.value = true;
  await show();
  await act(() => button(1).click());
  const field = place.querySelector("textarea") as HTMLTextAreaElement;
  await act(() => {
    field.value = "  wrong line ";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(() => {
    place.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
  expect(checkReasons.value).toEqual([{ finding: "belt:x", stance: "contested", reason: "wrong line" }]);
  expect(place.textContent).toContain("wrong line");
  await act(() => button(1).click());
  expect(checkReasons.value).toEqual([]);
});
