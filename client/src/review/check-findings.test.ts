import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import type { CheckFinding, FrozenCheck } from "../api/answers.ts";
import { CheckFindings } from "./parts/check-findings.tsx";
import "./parts/words.ts";

const place = document.createElement("div");
afterEach(() => render(null, place));

const finding = (number: number, outcome: CheckFinding["outcome"], findings?: CheckFinding[]) =>
  ({
    id: `r:${number}`,
    rule: `r-${number}`,
    outcome,
    subject: null,
    value: null,
    unit: null,
    args: {},
    findings,
  }) as unknown as CheckFinding;

it("lists what is to be looked at, a few at most, and the rest when somebody wants it; what is not there is none", async () => {
  const folded = finding(
    1,
    "attention",
    [2, 3, 4, 5, 6, 7].map((number) => finding(number, "attention")),
  );
  const submitted = { findings: [finding(8, "fits"), finding(9, "no-hit"), folded] } as unknown as FrozenCheck;
  await act(() => render(h(CheckFindings, { submitted }), place));
  const listed = () => [...place.querySelectorAll("li")].map(({ textContent }) => textContent?.match(/r-\d/)?.[0]);
  expect(listed()).toEqual(["r-2", "r-3", "r-4", "r-5", "r-6"]);
  const rest = place.querySelector("details") as HTMLDetailsElement;
  expect(rest.textContent).toContain("2");
  await act(() => {
    rest.open = true;
    rest.dispatchEvent(new Event("toggle"));
  });
  expect(listed()).toEqual(["r-2", "r-3", "r-4", "r-5", "r-6", "r-8", "r-7"]);
});
