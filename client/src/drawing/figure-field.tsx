import type { Signal } from "@preact/signals";

type Props = { label: string; text: Signal<string>; isWrong?: boolean; id?: string };

/** A figure with its label: typed, and read when the form is sent. */
export function FigureField({ label, text, isWrong = false, id }: Props) {
  return (
    <label>
      {label}
      <input
        id={id}
        inputMode="decimal"
        autocomplete="off"
        maxLength={24}
        value={text.value}
        aria-invalid={isWrong}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
    </label>
  );
}
