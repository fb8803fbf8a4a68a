import type { Args, Key } from "../language/t.ts";

/** What a form is filled in with. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type Fault = { words: Key; args: Args };

/** What is wrong with what stands in a control, by what the browser found; a pattern of ours asks for more than blanks. */
export function faultOf(
  control: Pick<Control, "type" | "validity"> & { minLength?: number; validationMessage?: string },
): Fault {
  const { type, validity, minLength = 0, validationMessage = "" } = control;
  if (validity.customError) return { words: "field.said", args: { said: validationMessage } };
  if (validity.tooShort) return { words: "field.too_short", args: { least: minLength } };
  if (!validity.valueMissing && !validity.patternMismatch) return { words: "field.unread", args: {} };
  if (type === "checkbox") return { words: "field.unticked", args: {} };
  return { words: type === "select-one" ? "field.unchosen" : "field.missing", args: {} };
}
