import { describe, expect, it } from "vitest";
import { faultOf } from "./field-fault.ts";

const sources = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true });
const validity = (wrong: Partial<ValidityState>) => ({ valid: false, ...wrong }) as ValidityState;

describe("what is wrong with a field", () => {
  it.each([
    ["text", { valueMissing: true }, "field.missing"],
    ["textarea", { valueMissing: true }, "field.missing"],
    ["text", { patternMismatch: true }, "field.missing"],
    ["select-one", { valueMissing: true }, "field.unchosen"],
    ["checkbox", { valueMissing: true }, "field.unticked"],
    ["datetime-local", { badInput: true }, "field.unread"],
  ] as const)("of %s that has %o is said by %s", (type, wrong, words) => {
    expect(faultOf({ type, validity: validity(wrong) }).words).toBe(words);
  });

  it("says how long a text has to be", () => {
    const fault = faultOf({ type: "textarea", validity: validity({ tooShort: true }), minLength: 5 });
    expect(fault).toEqual({ words: "field.too_short", args: { least: 5 } });
  });

  it("is said in its own words by a field that has some", () => {
    const fault = faultOf({ type: "text", validity: validity({ customError: true }), validationMessage: "no place" });
    expect(fault).toEqual({ words: "field.said", args: { said: "no place" } });
  });

  it("is said by no form in the language of the browser", () => {
    const forms = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(/<form\b(.*?)onSubmit/gs)].map(([, head]) => ({ file, head: head ?? "" })),
    );
    expect(forms.length).toBeGreaterThan(4);
    expect(forms.filter(({ head }) => !head.includes("noValidate")).map(({ file }) => file)).toEqual([]);
    const asking = Object.entries(sources).filter(([, text]) => text.includes("reportValidity"));
    expect(asking.map(([file]) => file)).toEqual([]);
  });
});
