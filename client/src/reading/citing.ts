import { signal } from "@preact/signals";

/** A choice of paragraphs: its words, and what a press on one of them does. */
export type Citing = {
  readonly cite: string;
  readonly cited: string;
  isCited(paragraph: string): boolean;
  toggle(paragraph: string): void;
};

/** While somebody chooses paragraphs of the text for something: each of them has a button then. */
export const citing = signal<Citing | null>(null);
