import type { Signal } from "@preact/signals";
import type { InputHTMLAttributes } from "preact";
import { FieldFault } from "./checked-form.tsx";

type Attribute = "autocomplete" | "maxLength" | "required" | "pattern" | "aria-describedby";
type Props = Pick<InputHTMLAttributes, Attribute> & {
  name?: string;
  isSecret?: boolean;
  label: string;
  text: Signal<string>;
};

/** A labelled line of text that is held in a signal: what was typed outlives the form where the signal does. */
export function TextField({ isSecret = false, label, text, ...rest }: Props) {
  return (
    <label>
      <span>{label}</span>
      <input
        {...rest}
        {...(isSecret && { type: "password" })}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <FieldFault name={rest.name} />
    </label>
  );
}
