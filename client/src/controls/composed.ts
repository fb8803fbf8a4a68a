import { useSignal } from "@preact/signals";

type Field = HTMLInputElement | HTMLTextAreaElement;
type InputOf = InputEvent & { currentTarget: Field };

/**
 * What a text field has for an input method: signs that it composes stand in the field and are taken when the word is
 * ended, so that nothing is searched, saved or sent for half a word, and no other part of the page takes it away.
 */
export function useComposed(value: string, take: (text: string) => void) {
  const composed = useSignal<string | null>(null);
  return {
    value: composed.value ?? value,
    onInput(event: InputOf): void {
      const { value: typed } = event.currentTarget;
      composed.value = event.isComposing ? typed : null;
      if (!event.isComposing) take(typed);
    },
    onCompositionEnd({ currentTarget }: CompositionEvent & { currentTarget: Field }): void {
      composed.value = null;
      take(currentTarget.value);
    },
  };
}
