import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { ChangeSet } from "../../api/answers.ts";
import { boundsOfPlaces, type Placed, placesOf } from "../../changes/compare.ts";
import { reviewing } from "../../changes/view.ts";
import { t } from "../../language/t.ts";
import { listQueue } from "../requests.ts";

/** What else waits for review in the box around these features; nothing where they have no place or nothing else is there. */
export function Beside({ set, items }: { set: ChangeSet; items: readonly Placed[] }) {
  const others = useSignal<readonly ChangeSet[]>([]);
  const box = useMemo(() => boundsOfPlaces(items.map(placesOf))?.join(",") ?? "", [items]);
  useEffect(() => {
    others.value = [];
    if (box === "" || set.state !== "in-review") return;
    void listQueue({ bbox: box }).then((answer) => {
      if (answer.ok) others.value = answer.data.change_sets.filter(({ id }) => id !== set.id);
    });
  }, [set.id, set.version, box]);
  if (others.value.length === 0) return null;
  return (
    <section aria-label={t("review.beside")}>
      <h3>{t("review.beside")}</h3>
      <ul class="review-decisions">
        {others.value.map(({ id, title, author_name }) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              onClick={() => {
                reviewing.value = id;
              }}
            >
              {[title, author_name].filter(Boolean).join(" · ")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
