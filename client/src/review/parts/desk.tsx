import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeItem, ChangePlace, ChangeSetWithItems, Conflict } from "../../api/answers.ts";
import { askEarly } from "../../api/early.ts";
import type { Problem } from "../../api/types.ts";
import { placesOf } from "../../changes/compare.ts";
import { Faults } from "../../changes/faults.tsx";
import { getSet } from "../../changes/requests.ts";
import { learnVocabularies } from "../../changes/terms.ts";
import { reviewing } from "../../changes/view.ts";
import { ConflictSection } from "../../conflicts/conflict-section.tsx";
import { listConflicts } from "../../conflicts/requests.ts";
import { formatDate } from "../../language/format.ts";
import { termName } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { showItems } from "../on-map.ts";
import { lookAtQueue, neighbour } from "../queue.ts";
import {
  listComments,
  listConsultations,
  listContestedFindings,
  listDecisions,
  listFirstChecks,
  listPlaces,
} from "../requests.ts";
import { Beside } from "./beside.tsx";
import { Checks } from "./checks.tsx";
import { Claim } from "./claim.tsx";
import { Comments } from "./comments.tsx";
import { CompareSwitch } from "./compare-switch.tsx";
import { Consultations } from "./consultations.tsx";
import { Contested } from "./contested.tsx";
import { Decision } from "./decision.tsx";
import { Decisions } from "./decisions.tsx";
import { type Excluded, Exclusions } from "./excluded.tsx";
import { DRAWN_AT_ONCE, ItemList } from "./item-list.tsx";
import { PinnedTo, type Target } from "./pinned-to.tsx";
import { UndoApproved } from "./undo-approved.tsx";

type Props = { id: number; who: Account; title: Signal<string> };

/** What the sections ask about a set, and what only who reviews it may ask. */
const OF_ALL = [listConflicts, listConsultations, listComments, listDecisions];
const OF_REVIEWERS = [listContestedFindings, listFirstChecks];

/** What is decided on, from the whole to the single property, what is said about it, and the decision. */
export function Desk({ id, who, title }: Props) {
  const set = useSignal<ChangeSetWithItems | null>(null);
  const items = useSignal<readonly ChangeItem[]>([]);
  const places = useSignal<readonly ChangePlace[]>([]);
  const problem = useSignal<Problem | null>(null);
  const target = useSignal<Target>(null);
  const conflicts = useSignal<readonly Conflict[]>([]);
  const looked = useSignal(0);
  const excluded = useSignal<Excluded>({});
  // what a form offers as words is read as words
  useEffect(() => void learnVocabularies(), []);
  const more = async () => {
    const last = items.peek().at(-1);
    const answer = await asSignedIn(() => (last ? getSet(id, last.position) : getSet(id, 0, DRAWN_AT_ONCE)));
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    set.value = answer.data;
    title.value = answer.data.title;
    items.value = [...items.peek(), ...answer.data.items];
  };
  /** The map shows the whole set, however much of it the list has. */
  const onMap = async () => {
    const answer = await asSignedIn(() => listPlaces(id));
    if (!answer.ok) return;
    places.value = answer.data.places;
    showItems(places.peek(), conflicts.peek());
  };
  /** The set is another now: what it says is asked for again. */
  const again = async () => {
    items.value = [];
    looked.value++;
    await Promise.all([more(), onMap()]);
  };
  const foundConflicts = (found: readonly Conflict[]) => {
    const isShown = conflicts.peek().length + found.length > 0;
    conflicts.value = found;
    if (isShown) showItems(places.peek(), found);
  };
  useEffect(() => {
    void more();
    void onMap();
    askEarly(id, who.roles.includes("reviewer") ? [...OF_ALL, ...OF_REVIEWERS] : OF_ALL);
  }, []);
  if (!set.value)
    return problem.value ? <Faults problem={problem.value} /> : <p role="status">{t("states.loading")}</p>;
  const { author, author_name, submitted_at, basis, number, state, comment, actions, excluded_from } = set.value;
  const isWithAnother = set.value.claimed_by !== null && set.value.claimed_by !== who.id;
  const mayDecide = actions.includes("approve") && !isWithAnother;
  const decided = () => {
    const next = neighbour(1, id) ?? neighbour(-1, id);
    void lookAtQueue();
    reviewing.value = next;
  };
  return (
    <div class="change-review">
      <p class="review-line">
        <span class="chip" data-state={state}>
          {termName("review_state", state)}
        </span>
        {author_name && <span>{author_name}</span>}
        {submitted_at && <span class="note">{formatDate(submitted_at, language.value)}</span>}
        <span class="note">{t("changes.features", { count: number })}</span>
      </p>
      <p class="review-basis">
        <span class="note">{t("review.basis")}</span> {basis}
      </p>
      {excluded_from !== null && <p class="note">{t("review.excluded_from", { number: excluded_from })}</p>}
      {state === "returned" && comment && <p>{t("changes.returned_because", { comment })}</p>}
      <Claim
        set={set.value}
        who={who}
        changed={(now) => {
          if (set.peek()) set.value = { ...(set.peek() as ChangeSetWithItems), ...now };
          void lookAtQueue();
        }}
      />
      <ConflictSection
        key={looked.value}
        set={set.value}
        who={who}
        found={foundConflicts}
        merged={() => void again()}
      />
      {places.value.some((place) => placesOf(place).after ?? placesOf(place).before) && (
        <CompareSwitch withTheirs={conflicts.value.some(({ theirs }) => theirs?.geometry)} />
      )}
      <PinnedTo.Provider value={target}>
        <Exclusions.Provider value={mayDecide && number > 1 ? excluded : null}>
          <ItemList key={looked.value} items={items.value} number={number} more={more} />
        </Exclusions.Provider>
        {problem.value && <Faults problem={problem.value} />}
        {(who.roles.includes("reviewer") || author === who.id) && <Checks set={set.value} />}
        {(who.roles.includes("reviewer") || author === who.id) && <Contested set={set.value} who={who} />}
        <Consultations set={set.value} who={who} />
        {who.roles.includes("reviewer") && <Beside set={set.value} items={places.value} />}
        <Comments set={set.value} who={who} />
        <Decisions set={set.value} />
      </PinnedTo.Provider>
      {author === who.id && state === "in-review" && <p class="note">{t("changes.own")}</p>}
      {actions.includes("approve") && isWithAnother && <p class="note">{t("review.decided_by_claimant")}</p>}
      {mayDecide && <Decision set={set.value} excluded={excluded.value} done={decided} stale={() => void again()} />}
      {state === "approved" && <UndoApproved set={set.value} who={who} />}
    </div>
  );
}
