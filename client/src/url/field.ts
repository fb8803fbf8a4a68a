import type { Signal } from "@preact/signals";

/** One part of the view that a link carries: a signal, and how it is written as a parameter of the address. */
export type ViewField = {
  /** The parameter. */
  readonly name: string;
  /** Shows what the parameters of a link say; what a link says wrongly falls back to the default. */
  show(query: URLSearchParams): void;
  /** The value as text, empty for the default: a plain address is the plain view. Follows the signal. */
  write(): string;
  /** What makes a step of "back" when it differs; a part that is no choice (typing, panning) gives an empty text. */
  step(): string;
};

type Definition<Value> = {
  name: string;
  signal: Signal<Value>;
  /** `parse(serialise(value))` is `value`; `query` has the other parameters, for links of before. */
  parse(text: string | null, query: URLSearchParams): Value;
  serialise(value: Value): string;
  /** The value that counts for a step; `null` when no change of it is one. The value itself when left out. */
  choice?: ((value: Value) => Value) | null;
};

export function viewField<Value>({ name, signal, parse, serialise, choice }: Definition<Value>): ViewField {
  return {
    name,
    show(query) {
      signal.value = parse(query.get(name), query);
    },
    write: () => serialise(signal.value),
    step: () => (choice === null ? "" : serialise(choice ? choice(signal.value) : signal.value)),
  };
}

/** One of a list of words; the first is what a page opens with. */
export function choiceField<Value extends string>(
  name: string,
  signal: Signal<Value>,
  allowed: readonly [Value, ...Value[]],
): ViewField {
  return viewField({
    name,
    signal,
    parse: (text) => oneOf(allowed, text),
    // one that no link carries is left out
    serialise: (value) => (value !== allowed[0] && allowed.includes(value) ? value : ""),
  });
}

/** A code of the plan or of its text, or null. */
export const codeField = (name: string, signal: Signal<string | null>): ViewField =>
  viewField({ name, signal, parse: codeOf, serialise: (value) => value ?? "" });

/** What is typed into a box: carried along, but no step of "back". */
export const typedField = (name: string, signal: Signal<string>): ViewField =>
  viewField({
    name,
    signal,
    parse: (text) => (text ?? "").slice(0, TYPED_LENGTH),
    serialise: (value) => value,
    choice: null,
  });

const TYPED_LENGTH = 100;
const CODE = /^[a-z0-9][a-z0-9-]{0,79}$/;

export const codeOf = (text: string | null): string | null => (text !== null && CODE.test(text) ? text : null);

/** The one of a list that a text names; the first when it names none. */
export function oneOf<Value extends string>(allowed: readonly [Value, ...Value[]], value: string | null): Value {
  return allowed.find((entry) => entry === value) ?? allowed[0];
}
