import type { ComponentChildren } from "preact";
import { isComposing } from "../keyboard/keyboard.ts";

type Props = {
  label?: string;
  /** What its button says. */
  act: string;
  disabled?: boolean;
  onAct: () => void;
  children: ComponentChildren;
  /** Below the button: what is to be known, and what was wrong. */
  notes?: ComponentChildren;
};

/**
 * Figures and what is done with them: Enter in a field, or the button, does it. No form, for it may stand in one: its Enter
 * would submit that.
 */
export function FigureForm({ label, act, disabled = false, onAct, children, notes }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || isComposing(event) || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (!disabled) onAct();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: fields of one act, and no fieldset of a form
    <div class="draw-form" role="group" aria-label={label} onKeyDown={onKeyDown}>
      {children}
      <button type="button" class="button" disabled={disabled} onClick={onAct}>
        {act}
      </button>
      {notes}
    </div>
  );
}
