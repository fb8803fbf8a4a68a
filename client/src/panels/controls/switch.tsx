import type { ComponentChildren } from "preact";

type Props<Value extends string | number> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: ComponentChildren; name?: string }[];
  onChange: (value: Value) => void;
};

/** One of a few: arrow keys move the choice, Tab passes the group by in one step (ARIA radio group). */
export function Switch<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = (at + step + options.length) % options.length;
    const chosen = options[next];
    if (!chosen) return;
    onChange(chosen.value);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div class="switch" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio that looks like a segment
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          aria-label={option.name}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
