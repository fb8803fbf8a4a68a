import { Icon } from "../../controls/icons.tsx";
import { citing } from "../citing.ts";

/** A paragraph, an entry or a row: no chapter and no box as a whole. */
const isOne = (paragraph: string): boolean => /-(?:p|item-|row-)\d+$/.test(paragraph);

/** Cites a paragraph for whoever chooses some, or takes it back. */
export function CiteButton({ paragraph }: { paragraph: string }) {
  const choice = citing.value;
  if (!choice || !isOne(paragraph)) return null;
  const isCited = choice.isCited(paragraph);
  return (
    <button type="button" class="show-paragraph" aria-pressed={isCited} onClick={() => choice.toggle(paragraph)}>
      <Icon name={isCited ? "check" : "quote"} size={15} />
      {isCited ? choice.cited : choice.cite}
    </button>
  );
}
