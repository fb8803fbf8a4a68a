import type { Signal } from "@preact/signals";
import type { Ref, TextareaHTMLAttributes } from "preact";
import { FieldFault } from "./checked-form.tsx";

type Attribute = "required" | "rows" | "maxLength";
type Props = Pick<TextareaHTMLAttributes, Attribute> & {
  name?: string;
  label: string;
  text: Signal<string>;
  field?: Ref<HTMLTextAreaElement>;
};

/** A labelled text of some lines that is held in a signal, as TextField is one line. */
export function TextArea({ label, text, field, rows = 2, maxLength = 2000, ...rest }: Props) {
  return (
    <label>
      <span>{label}</span>
      <textarea
        {...rest}
        {...(field && { ref: field })}
        rows={rows}
        maxLength={maxLength}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      <FieldFault name={rest.name} />
    </label>
  );
}
