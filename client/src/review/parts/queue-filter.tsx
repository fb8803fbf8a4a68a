import { useSignal } from "@preact/signals";
import { CollectionOptions } from "../../changes/collection-options.tsx";
import { t } from "../../language/t.ts";
import { authors, NOTHING_SOUGHT, type Sought, sought } from "../queue.ts";
import { FindingFilter } from "./finding-filter.tsx";

const AGES = [1, 3, 7, 30] as const;

/** Narrows the queue: by whom and for how long, on which ground, and by what the sets contain, in the language of all filters. */
export function QueueFilter() {
  const text = useSignal(sought.peek().filter);
  const now = sought.value;
  const seek = (part: Partial<Sought>) => {
    sought.value = { ...sought.peek(), ...part };
  };
  const many = (Object.keys(NOTHING_SOUGHT) as (keyof Sought)[]).filter(
    (name) => now[name] !== NOTHING_SOUGHT[name],
  ).length;
  return (
    <details class="review-filter">
      <summary>{many === 0 ? t("review.filter") : t("review.filter_on", { count: many })}</summary>
      <form
        class="change-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          seek({ filter: text.peek() });
        }}
      >
        <label>
          <span>{t("review.filter_author")}</span>
          <select value={now.author} onChange={({ currentTarget }) => seek({ author: currentTarget.value })}>
            <option value="">{t("review.filter_any")}</option>
            {[...authors.value].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("review.filter_age")}</span>
          <select value={now.days} onChange={({ currentTarget }) => seek({ days: Number(currentTarget.value) })}>
            <option value={0}>{t("review.filter_any")}</option>
            {AGES.map((count) => (
              <option key={count} value={count}>
                {t("review.filter_days", { count })}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("review.filter_collection")}</span>
          <select value={now.collection} onChange={({ currentTarget }) => seek({ collection: currentTarget.value })}>
            <option value="">{t("review.filter_any")}</option>
            <CollectionOptions />
          </select>
        </label>
        <FindingFilter seek={seek} />
        <label class="review-check">
          <input
            type="checkbox"
            checked={now.onMap}
            onChange={({ currentTarget }) => seek({ onMap: currentTarget.checked })}
          />
          <span>{t("review.filter_on_map")}</span>
        </label>
        <label>
          <span>{t("review.filter_contents")}</span>
          <input
            name="filter"
            autocomplete="off"
            spellcheck={false}
            maxLength={4000}
            placeholder="plan_status = 'planned'"
            value={text.value}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value;
            }}
          />
        </label>
        <p class="change-actions">
          <button type="submit" class="button">
            {t("review.filter_seek")}
          </button>
          {many > 0 && (
            <button
              type="button"
              class="button"
              onClick={() => {
                text.value = "";
                sought.value = NOTHING_SOUGHT;
              }}
            >
              {t("review.filter_clear")}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}
