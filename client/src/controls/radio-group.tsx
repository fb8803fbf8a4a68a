import type { ComponentChildren } from "preact";

export type Option<Value> = {
  value: Value;
  label: ComponentChildren;
  /** What it is called where the label is a sign. */
  name?: string;
  disabled?: boolean;
};

type Props<Value extends string | number> = {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  /** Pressed, not only reached by an arrow key. */
  onPress?: (() => void) | undefined;
  class: string;
  optionClass?: string;
};

/** One of a few: arrow keys move the choice, Tab passes the group by in one step (ARIA radio group). */
export function RadioGroup<Value extends string | number>(props: Props<Value>) {
  const { label, value, options, onChange, onPress } = props;
  const free = options.filter((option) => !option.disabled);
  const reached = free.find((option) => option.value === value) ?? free[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const at = free.findIndex((option) => option.value === value);
    const chosen = free[(at + step + free.length) % free.length];
    if (!chosen) return;
    onChange(chosen.value);
    event.currentTarget.querySelectorAll("button")[options.indexOf(chosen)]?.focus();
  };
  return (
    <div class={props.class} role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio that looks like a segment or a row
        <button
          key={option.value}
          type="button"
          role="radio"
          class={props.optionClass}
          aria-checked={option.value === value}
          tabIndex={option === reached ? 0 : -1}
          aria-label={option.name}
          disabled={option.disabled}
          onClick={() => {
            onChange(option.value);
            onPress?.();
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

type LookProps<Value extends string | number> = Omit<Props<Value>, "class" | "optionClass">;

/** Side by side, as segments. */
export const Switch = <Value extends string | number>(props: LookProps<Value>) => (
  <RadioGroup {...props} class="switch" />
);

/** One below the other, as rows. */
export const ChoiceList = <Value extends string | number>(props: LookProps<Value>) => (
  <RadioGroup {...props} class="choice-list" optionClass="choice" />
);
