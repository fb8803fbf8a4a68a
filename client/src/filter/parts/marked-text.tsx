import { draft, draftState } from "../draft.ts";
import { tokensOf } from "./tokens.ts";

/** The text once more under the field, letter upon letter, with what is wrong underlined; the field itself cannot. */
export function MarkedText() {
  const text = draft.value;
  const state = draftState.value;
  const offset = state.kind === "wrong" ? state.problem.args?.offset : undefined;
  if (typeof offset !== "number") return <pre aria-hidden="true">{`${text} `}</pre>;
  const end = endOf(text, offset);
  return (
    <pre aria-hidden="true">
      {text.slice(0, offset)}
      <mark>{text.slice(offset, end) || " "}</mark>
      {`${text.slice(end)} `}
    </pre>
  );
}

/** The end of the word in which something is wrong. */
function endOf(text: string, offset: number): number {
  const word = tokensOf(text).find((token) => token.start <= offset && offset < token.start + token.text.length);
  return word ? word.start + word.text.length : Math.min(text.length, offset + 1);
}
