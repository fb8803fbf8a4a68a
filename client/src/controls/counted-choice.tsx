import type { Signal } from "@preact/signals";
import "./counted-choice.css";

type Props = {
  label: string;
  /** What the choice of none is called. */
  all: string;
  /** How many each code would leave, in the order of the list. */
  counts: ReadonlyMap<string, number>;
  words: (code: string) => string;
  chosen: Signal<string | null>;
};

/** One of several codes, each with the number it would leave, or all of them. */
export function CountedChoice({ label, all, counts, words, chosen }: Props) {
  return (
    <label class="counted-choice">
      <span>{label}</span>
      <select
        value={chosen.value ?? ""}
        onChange={(event) => {
          chosen.value = event.currentTarget.value || null;
        }}
      >
        <option value="">{all}</option>
        {[...counts].map(([code, count]) => (
          <option key={code} value={code}>
            {words(code)} · {count}
          </option>
        ))}
      </select>
    </label>
  );
}
