import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChangeItem } from "../../api/answers.ts";
import { t } from "../../language/t.ts";
import { ItemTable } from "./item-table.tsx";

/** So many are drawn at once, and as many more whenever somebody comes to the end. */
export const DRAWN_AT_ONCE = 20;

type Props = {
  items: readonly ChangeItem[];
  /** Of the whole set, of which `items` may be the first ones. */
  number: number;
  more: () => Promise<void>;
};

/** What a set changes, feature by feature: drawn window by window, so that a set of hundreds opens as soon as a small one. */
export function ItemList({ items, number, more }: Props) {
  const drawn = useSignal(DRAWN_AT_ONCE);
  const isComing = useRef(false);
  const end = useRef<HTMLButtonElement>(null);
  const next = async () => {
    if (isComing.current) return;
    isComing.current = true;
    if (drawn.peek() + DRAWN_AT_ONCE > items.length && items.length < number) await more();
    isComing.current = false;
    drawn.value += DRAWN_AT_ONCE;
  };
  useEffect(() => {
    const button = end.current;
    if (!button) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void next();
    });
    watch.observe(button);
    return () => watch.disconnect();
  }, [drawn.value, items.length]);
  const left = number - Math.min(drawn.value, items.length);
  return (
    <>
      {items.slice(0, drawn.value).map((item) => (
        <ItemTable key={item.position} item={item} />
      ))}
      {left > 0 && (
        <button type="button" class="button" ref={end} onClick={() => void next()}>
          {t("changes.more_items", { count: left })}
        </button>
      )}
    </>
  );
}
