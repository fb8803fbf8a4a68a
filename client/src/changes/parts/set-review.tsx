import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ChangeItem, ChangeSet, ChangeSetWithItems } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { t } from "../../language/t.ts";
import { notify } from "../../notices/notices.ts";
import { hidePlaces, placesOf, showPlaces } from "../compare.ts";
import { actOn, getSet } from "../requests.ts";
import { Faults } from "./faults.tsx";
import { ItemTable } from "./item-table.tsx";
import { PlacesLegend } from "./places-legend.tsx";

type Props = { set: ChangeSet; isOwn: boolean; done: () => void };

/** One change set with all it changes, on the map too while it stands open, and what is decided on it. */
export function SetReview({ set, isOwn, done }: Props) {
  const seen = useSignal<ChangeSetWithItems | null>(null);
  const items = useSignal<readonly ChangeItem[]>([]);
  const problem = useSignal<Problem | null>(null);
  const reason = useSignal("");
  const isSending = useSignal(false);
  const more = async () => {
    const answer = await asSignedIn(() => getSet(set.id, items.peek().length));
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    seen.value = answer.data;
    items.value = [...items.peek(), ...answer.data.items];
    showPlaces(items.peek().map(placesOf));
  };
  useEffect(() => {
    void more();
    return hidePlaces;
  }, []);
  const act = async (action: "approve" | "return") => {
    const shown = seen.peek();
    if (!shown || isSending.peek()) return;
    isSending.value = true;
    const answer = await asSignedIn(() => actOn(shown, action, reason.peek().trim()));
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    notify(action === "approve" ? "changes.approved" : "changes.returned");
    done();
  };
  const left = set.number - items.value.length;
  return (
    <div class="change-review">
      {items.value.some((item) => placesOf(item).after ?? placesOf(item).before) && <PlacesLegend />}
      {items.value.map((item) => (
        <ItemTable key={item.position} item={item} />
      ))}
      {seen.value && left > 0 && (
        <button type="button" class="button" onClick={() => void more()}>
          {t("changes.more_items", { count: left })}
        </button>
      )}
      {problem.value && <Faults problem={problem.value} />}
      {isOwn && <p class="note">{t("changes.own")}</p>}
      {seen.value?.actions.includes("approve") && (
        <div class="change-form">
          <label>
            <span>{t("changes.reason")}</span>
            <textarea
              rows={2}
              maxLength={2000}
              value={reason.value}
              onInput={({ currentTarget }) => {
                reason.value = currentTarget.value;
              }}
            />
          </label>
          <p class="change-actions">
            <button
              type="button"
              class="button"
              disabled={reason.value.trim() === "" || isSending.value}
              onClick={() => void act("return")}
            >
              {t("changes.return")}
            </button>
            <button
              type="button"
              class="button button-primary"
              disabled={isSending.value}
              onClick={() => void act("approve")}
            >
              {t("changes.approve")}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
