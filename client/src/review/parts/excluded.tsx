import type { Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { ChangeItem } from "../../api/answers.ts";
import { reviewing } from "../../changes/view.ts";
import { t } from "../../language/t.ts";

/** What is not approved with the rest: the reason by code, empty while it is being written. A ground and what stands on it have one code. */
export type Excluded = Readonly<Record<string, string>>;

/** Null for who does not decide on the set. */
export const Exclusions = createContext<Signal<Excluded> | null>(null);

/** A feature is taken out of the set that is approved, with the reason; or the set says that it was, and where it went. */
export function Exclusion({ item, name }: { item: ChangeItem; name: string }) {
  const excluded = useContext(Exclusions);
  if (item.excluded) return <WasExcluded {...item.excluded} />;
  if (!excluded) return null;
  const { code } = item;
  const reason = excluded.value[code];
  const put = (next: string | null) => {
    const { [code]: _, ...others } = excluded.peek();
    excluded.value = next === null ? others : { ...others, [code]: next };
  };
  return (
    <div class="review-excluded" data-excluded={reason !== undefined}>
      <label>
        <input
          type="checkbox"
          checked={reason !== undefined}
          onChange={({ currentTarget }) => put(currentTarget.checked ? "" : null)}
        />
        {t("review.exclude", { name })}
      </label>
      {reason !== undefined && (
        <label>
          <span>{t("review.exclude_reason")} *</span>
          <textarea
            name="exclude-reason"
            rows={2}
            required
            maxLength={2000}
            value={reason}
            onInput={({ currentTarget }) => put(currentTarget.value)}
          />
        </label>
      )}
    </div>
  );
}

function WasExcluded({ reason, returned_as }: NonNullable<ChangeItem["excluded"]>) {
  return (
    <p class="review-excluded" data-excluded="true">
      {t("review.was_excluded", { reason })}{" "}
      <button
        type="button"
        class="button"
        onClick={() => {
          reviewing.value = returned_as;
        }}
      >
        {t("review.returned_as", { number: returned_as })}
      </button>
    </p>
  );
}
