import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import { asSignedIn } from "../account/signed-in.ts";
import type { Account, ChangeItem, ChangeSet, ChangeSetWithItems } from "../api/answers.ts";
import type { Problem } from "../api/types.ts";
import { Dialog } from "../controls/dialog.tsx";
import { collectionTitle, inLanguage, termName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { notify } from "../notices/notices.ts";
import { asText, fieldsOf } from "./fields.ts";
import { Faults } from "./parts/faults.tsx";
import { actOn, getSet, listSets } from "./requests.ts";
import { queueOpen } from "./view.ts";
import "./parts/words.ts";
import "./changes.css";

const close = () => {
  queueOpen.value = false;
};

/** What waits to be reviewed, each with what it changes, before and after. */
export function QueueSheet() {
  return (
    <Dialog open={queueOpen.value} title={t("changes.queue")} name="change-queue" close={close}>
      {() => <NeedsRole name="reviewer">{(account) => <Queue account={account} />}</NeedsRole>}
    </Dialog>
  );
}

function Queue({ account }: { account: Account }) {
  const sets = useSignal<readonly ChangeSet[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const look = async () => {
    const answer = await asSignedIn(() => listSets("in-review"));
    if (answer.ok) sets.value = answer.data.change_sets;
    else problem.value = answer.problem;
  };
  useEffect(() => void look(), []);
  if (problem.value) return <Faults problem={problem.value} />;
  if (!sets.value) return <p role="status">{t("states.loading")}</p>;
  if (sets.value.length === 0) return <p>{t("changes.nothing")}</p>;
  return (
    <ul class="change-list">
      {sets.value.map((set) => (
        <li key={set.id}>
          <SetToReview set={set} isOwn={set.author === account.id} done={() => void look()} />
        </li>
      ))}
    </ul>
  );
}

function SetToReview({ set, isOwn, done }: { set: ChangeSet; isOwn: boolean; done: () => void }) {
  const whole = useSignal<ChangeSetWithItems | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reason = useSignal("");
  const act = async (action: string) => {
    const seen = whole.peek();
    if (!seen) return;
    const answer = await asSignedIn(() => actOn(seen, action, reason.peek().trim()));
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    notify(action === "approve" ? "changes.approved" : "changes.returned");
    done();
  };
  return (
    <details
      onToggle={async ({ currentTarget }) => {
        if (!currentTarget.open || whole.peek()) return;
        const answer = await asSignedIn(() => getSet(set.id));
        if (answer.ok) whole.value = answer.data;
        else problem.value = answer.problem;
      }}
    >
      <summary>
        <strong>{set.title}</strong> <span class="note">{set.basis}</span>
      </summary>
      {whole.value?.items.map((item) => (
        <Item key={item.position} item={item} />
      ))}
      {problem.value && <Faults problem={problem.value} />}
      {isOwn && <p class="note">{t("changes.own")}</p>}
      {whole.value?.actions.includes("approve") && (
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
            <button type="button" class="button button-primary" onClick={() => void act("approve")}>
              {t("changes.approve")}
            </button>
            <button
              type="button"
              class="button"
              disabled={reason.value.trim() === ""}
              onClick={() => void act("return")}
            >
              {t("changes.return")}
            </button>
          </p>
        </div>
      )}
    </details>
  );
}

/** Attributes and place before and after; what is the same is not shown. */
function Item({ item: { collection, code, action, before, after } }: { item: ChangeItem }) {
  const changed = fieldsOf(collection).filter(
    (field) =>
      asText(field, before?.properties[field.property.name]) !== asText(field, after?.properties[field.property.name]),
  );
  const said = (field: (typeof changed)[number], value: unknown) =>
    field.kind === "term" && typeof value === "string"
      ? termName(field.property.vocabulary ?? "", value)
      : asText(field, value);
  return (
    <table class="change-table">
      <caption>
        {collectionTitle(collection)} · {code}
        {action === "withdraw" && ` · ${t("changes.withdrawn")}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("changes.property")}</th>
          <th scope="col">{t("changes.before")}</th>
          <th scope="col">{t("changes.after")}</th>
        </tr>
      </thead>
      <tbody>
        {JSON.stringify(before?.geometry ?? null) !== JSON.stringify(after?.geometry ?? null) && (
          <tr>
            <th scope="row">{t("changes.place")}</th>
            <td>{placeText(before?.geometry)}</td>
            <td>{placeText(after?.geometry)}</td>
          </tr>
        )}
        {action === "change" &&
          changed.map((field) => (
            <tr key={field.property.name}>
              <th scope="row">{inLanguage(field.property.title)}</th>
              <td>{said(field, before?.properties[field.property.name])}</td>
              <td>{said(field, after?.properties[field.property.name])}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function placeText(geometry: Record<string, unknown> | null | undefined): string {
  if (!geometry) return t("changes.no_place");
  return geometry.type === "Point" ? (geometry.coordinates as number[]).join(", ") : String(geometry.type);
}
