import type { ComponentChildren } from "preact";
import { t } from "../../language/t.ts";
import type { Side } from "../choice.ts";

type Props = {
  /** Of the group of choices; unique on the page. */
  name: string;
  what: string;
  change: string;
  cells: Readonly<Record<"ancestor" | Side, ComponentChildren>>;
  taken: Side | null;
  /** Null where nothing can be chosen: another looks at it, or one side alone has changed it. */
  choose: ((side: Side) => void) | null;
};

/** One thing in its three versions beside each other, and whose is taken: what one side alone has changed is said, not asked. */
export function Sides({ name, what, change, cells, taken, choose }: Props) {
  return (
    <fieldset class="conflict-sides" data-change={change}>
      <legend>
        {what} <span class="note">{t(`conflicts.by_${change}` as "conflicts.by_both")}</span>
      </legend>
      <div>
        <span class="conflict-side" data-side="ancestor">
          {cells.ancestor}
        </span>
        {(["mine", "theirs"] as const).map((side) => (
          <span key={side} class="conflict-side" data-side={side} data-taken={taken === side}>
            {choose ? (
              <label>
                <input type="radio" name={name} checked={taken === side} onChange={() => choose(side)} />
                <span class="spoken">{t(`conflicts.${side}`)}</span> {cells[side]}
              </label>
            ) : (
              cells[side]
            )}
          </span>
        ))}
      </div>
    </fieldset>
  );
}
