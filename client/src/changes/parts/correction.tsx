import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { PlanFeature, Problem } from "../../api/types.ts";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { t } from "../../language/t.ts";
import { notify } from "../../notices/notices.ts";
import { nameOf } from "../begun.ts";
import { hidePlaces, markPlaces, showPlaces } from "../compare.ts";
import { Faults } from "../faults.tsx";
import { asText, changedOf, type Field, fieldsOf } from "../fields.ts";
import { proposedBy } from "../proposed.ts";
import { deleteDraft, keepDraft, type NewSet } from "../requests.ts";
import { dropSet, keepConflict, submitDrafts, submitSet, type WrittenSet } from "../submit.ts";
import { learnVocabularies } from "../terms.ts";
import { type Begun, reviewing } from "../view.ts";
import { asJson, ofPlace, textsOf } from "./begun-values.ts";
import { FieldInput, labelOf } from "./field-input.tsx";
import { OpenDraft } from "./open-draft.tsx";
import { PlaceSection } from "./place-section.tsx";

/** Asked for with a place; the others stand folded below. */
const OF_THE_PLACE = ["placement", "accuracy_m", "source", "placement_reason_zh", "placement_reason_en", "placed_by"];
/** Why it had no place is no reason for the one it is given. */
const OF_A_NEW_PLACE = ["placement", "placement_reason_zh", "placement_reason_en"];

type Props = { collection: string; feature: PlanFeature; begun: Begun | null; done: () => void };

/** The form of a correction: all that the catalogue knows of the feature, its place, and by what it is so. */
export function Correction({ collection, feature, begun, done }: Props) {
  const before = feature.properties as unknown as Readonly<Record<string, unknown>>;
  const fields = fieldsOf(collection);
  const texts = useSignal(begun ? textsOf(fields, begun.properties) : {});
  const place = useSignal(begun ? proposedBy(begun.geometry, feature.geometry) : null);
  const basis = useSignal(begun?.basis ?? "");
  const wrong = useSignal<readonly string[]>([]);
  const problem = useSignal<Problem | null>(null);
  const isSending = useSignal(false);
  const written = useSignal<WrittenSet | null>(begun?.set ?? null);
  const draft = useSignal(begun?.draft ?? null);
  const isSubmitted = useSignal(false);
  const isDrawing = useSignal(false);
  useEffect(
    () => () => {
      hidePlaces();
      // a set that was returned stays with its author; one that was written here and has faults is nobody's
      if (!isSubmitted.peek() && !begun?.set) void dropSet(written.peek());
    },
    [],
  );
  useEffect(() => void learnVocabularies(), []);
  useEffect(() => {
    // what is drawn is seen as the drawing, and the map stays where the hand is
    if (isDrawing.value) return markPlaces([{ before: feature.geometry, after: null }]);
    showPlaces([
      { before: place.value ? feature.geometry : null, after: place.value ? place.value.geometry : feature.geometry },
    ]);
  }, [place.value, isDrawing.value]);

  const isNewlyPlaced = place.value?.geometry != null && feature.geometry === null;
  const textOf = (field: Field): string => {
    const { name } = field.property;
    const shared = ofPlace(place.value)[name];
    const isAsked = isNewlyPlaced && OF_A_NEW_PLACE.includes(name);
    return texts.value[name] ?? shared ?? (isAsked ? "" : asText(field, before[name]));
  };
  /** What was changed, and nothing when a value cannot be read. */
  const read = (): Record<string, unknown> | null => {
    const { changes, wrong: unread } = changedOf(fields, before, { ...ofPlace(place.value), ...texts.value });
    wrong.value = unread;
    return unread.length === 0 ? changes : null;
  };
  const act = async (what: (properties: Record<string, unknown>) => Promise<Problem | null>, said: string) => {
    const properties = read();
    if (!properties || isSending.peek()) return;
    isSending.value = true;
    problem.value = await what(properties);
    isSending.value = false;
    if (problem.value) return;
    notify(said);
    done();
  };
  const { code, version } = feature.properties as unknown as { code: string; version?: number };
  // what was begun on an older version is not taken for a change of the one that stands
  const basedOn = begun?.based_on ?? version ?? null;
  const proposed = (properties: Record<string, unknown>): NewSet => {
    const geometry = place.value && { geometry: asJson(place.value.geometry) };
    const title = t("changes.title_of", { name: nameOf(feature, begun) });
    const features = [{ collection, code, based_on: basedOn, properties, ...geometry }];
    return { title, basis: basis.value.trim(), features };
  };
  const isKept = async () => {
    isSubmitted.value = true;
    const kept = draft.peek();
    if (kept) await deleteDraft(kept);
  };
  const submit = async (properties: Record<string, unknown>) => {
    if (begun?.isNew) return submitNew(proposed(properties).title, properties);
    const answer = await submitSet(proposed(properties), written);
    if (!answer.ok) return answer.problem;
    await isKept();
    return null;
  };
  const compare = async (properties: Record<string, unknown>) => {
    const answer = await keepConflict(proposed(properties), written.peek());
    if (!answer.ok) return answer.problem;
    await isKept();
    reviewing.value = answer.data.id;
    return null;
  };
  /** What does not stand yet is known by its draft alone: refused, the draft stays. */
  const submitNew = async (title: string, properties: Record<string, unknown>) => {
    const refused = await keep(properties);
    const kept = draft.peek();
    if (refused || !kept) return refused;
    const answer = await submitDrafts(title, basis.value.trim(), [kept.id]);
    return answer.ok ? null : answer.problem;
  };
  const keep = async (properties: Record<string, unknown>) => {
    const content = {
      based_on: basedOn,
      properties,
      geometry: asJson(place.value ? place.value.geometry : feature.geometry),
      note: basis.value.trim() || null,
    };
    const answer = await asSignedIn(() =>
      keepDraft(draft.peek(), { collection, code: feature.properties.code, ...content }),
    );
    if (answer.ok) draft.value = answer.data;
    return answer.ok ? null : answer.problem;
  };

  const input = (field: Field) => (
    <FieldInput
      key={field.property.name}
      field={field}
      value={textOf(field)}
      wrong={wrong.value.includes(field.property.name)}
      change={(text) => {
        texts.value = { ...texts.value, [field.property.name]: text };
      }}
    />
  );
  const named = (name: string) =>
    fields
      .filter(({ property }) => property.name === name)
      .map(labelOf)
      .join();
  return (
    <CheckedForm class="change-form" submit={() => void act(submit, "changes.submitted")}>
      <PlaceSection collection={collection} feature={feature} place={place} isDrawing={isDrawing} />
      {fields.filter(({ property }) => OF_THE_PLACE.includes(property.name)).map(input)}
      <details>
        <summary>{t("changes.attributes")}</summary>
        {fields.filter(({ property }) => !OF_THE_PLACE.includes(property.name)).map(input)}
      </details>
      <label>
        <span>{t("changes.basis")} *</span>
        <input
          name="basis"
          required
          maxLength={500}
          value={basis.value}
          onInput={({ currentTarget }) => {
            basis.value = currentTarget.value;
          }}
        />
        <FieldFault name="basis" />
      </label>
      {wrong.value.length > 0 && (
        <p role="alert">{t("changes.unread", { names: wrong.value.map(named).join(" · ") })}</p>
      )}
      {problem.value && <Faults problem={problem.value} />}
      {problem.value?.code === "base-is-stale" && (
        <button
          type="button"
          class="button"
          disabled={isSending.value}
          onClick={() => void act(compare, "changes.kept_conflict")}
        >
          {t("changes.compare_conflict")}
        </button>
      )}
      {problem.value?.code === "draft-exists" && <OpenDraft id={String(problem.value.args?.draft)} />}
      <p class="change-actions">
        <button type="button" class="button" disabled={isSending.value} onClick={() => void act(keep, "changes.kept")}>
          {t("changes.keep")}
        </button>
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t("changes.submit")}
        </button>
      </p>
    </CheckedForm>
  );
}
