import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ContestReceipt, NewContest } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { filledInByHand } from "../../visitors/by-hand.ts";
import { Trap } from "../../visitors/trap.tsx";
import { type About, parsePlace } from "../about.ts";
import { contesting, endContest, pickPlace, type Written, write, written } from "../form-state.ts";
import { getContestTerms, sendContest } from "../requests.ts";
import { Lookup } from "./lookup.tsx";
import { Receipt } from "./receipt.tsx";

/** As the server has it before its terms are there. */
const LEAST_MS = 3000;

/** What is wrong, and where; nobody needs to say who they are. What the server refuses stays written. */
export function ContestForm({ about }: { about: About }) {
  const days = useSignal<number | null>(null);
  const problem = useSignal<Problem | null>(null);
  const receipt = useSignal<ContestReceipt | null>(null);
  const isSending = useSignal(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    first.current?.focus();
    void getContestTerms().then((terms) => {
      if (terms.ok) days.value = terms.data.keep_days;
    });
  }, []);
  const send = async (form: HTMLFormElement) => {
    if (isSending.peek()) return;
    isSending.value = true;
    const website = String(new FormData(form).get("website") ?? "");
    const openedAt = contesting.peek()?.openedAt ?? 0;
    const openMs = () => performance.now() - openedAt;
    await filledInByHand(LEAST_MS, openMs);
    const answer = await sendContest({
      ...contestOf(about, written.peek()),
      language: language.peek(),
      website,
      filled_in_ms: Math.round(openMs()),
    });
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) receipt.value = answer.data;
  };
  if (receipt.value) return <Receipt receipt={receipt.value} />;
  const { reason, contact } = written.value;
  return (
    <CheckedForm class="visitor-form contest-form" aria-label={t("contest.title")} submit={(form) => void send(form)}>
      <p class="note">{t("contest.note")}</p>
      {about.kind === "paragraph" && about.sentences > 1 && <Sentence count={about.sentences} />}
      <label>
        <span>{t("contest.reason")}</span>
        <textarea
          ref={first}
          name="reason"
          rows={3}
          required
          minLength={5}
          maxLength={2000}
          value={reason}
          onInput={({ currentTarget }) => write({ reason: currentTarget.value })}
        />
        <FieldFault name="reason" />
      </label>
      {about.kind !== "finding" && <Place />}
      <label>
        <span>{t("contest.contact")}</span>
        <input
          type="text"
          name="contact"
          minLength={3}
          maxLength={200}
          autocomplete="off"
          value={contact}
          onInput={({ currentTarget }) => write({ contact: currentTarget.value })}
        />
        <FieldFault name="contact" />
      </label>
      {contact.trim() !== "" && (
        <label class="visitor-check">
          <input type="checkbox" name="consent" required />
          <span>
            {t("contest.consent", { days: days.value ?? "…" })} <FieldFault name="consent" />
          </span>
        </label>
      )}
      <Trap label={t("contest.website")} />
      {problem.value && (
        <p role="alert" class="visitor-problem">
          {problemText(problem.value)}
        </p>
      )}
      <p class="visitor-actions">
        <button type="submit" class="button button-primary" disabled={isSending.value}>
          {t(isSending.value ? "contest.sending" : "contest.send")}
        </button>
        <button type="button" class="button" onClick={endContest}>
          {t("contest.close")}
        </button>
      </p>
      <Lookup />
    </CheckedForm>
  );
}

/** Consent is asked for by the form itself, where there is a contact. */
function contestOf(about: About, { reason, place, contact, sentence }: Written) {
  const said: Pick<NewContest, "reason" | "contact" | "consent" | "place"> = { reason };
  if (contact.trim() !== "") Object.assign(said, { contact, consent: true });
  const at = about.kind === "finding" ? about.place : parsePlace(place);
  if (at) said.place = [...at];
  if (about.kind === "feature") return { ...said, collection: about.collection, code: about.code };
  if (about.kind === "finding") return { ...said, finding: about.finding };
  return { ...said, paragraph: about.paragraph, ...(sentence !== null && { sentence }) };
}

function Sentence({ count }: { count: number }) {
  const { sentence } = written.value;
  return (
    <label>
      <span>{t("contest.sentence")}</span>
      <select
        name="sentence"
        value={sentence ?? ""}
        onChange={({ currentTarget: { value } }) => write({ sentence: value === "" ? null : Number(value) })}
      >
        <option value="">{t("contest.whole_paragraph")}</option>
        {Array.from({ length: count }, (_, at) => (
          <option key={at} value={at}>
            {t("contest.sentence_number", { number: at + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Place() {
  const { place } = written.value;
  const isWrong = place.trim() !== "" && parsePlace(place) === null;
  const field = useRef<HTMLInputElement>(null);
  // however it came there: typed, or pressed on the map
  useEffect(() => field.current?.setCustomValidity(isWrong ? t("contest.place_wrong") : ""), [isWrong]);
  return (
    <div class="contest-place">
      <label>
        <span>{t("contest.place")}</span>
        <input
          type="text"
          name="place"
          autocomplete="off"
          placeholder="116.61, 35.42"
          aria-invalid={isWrong}
          value={place}
          ref={field}
          onInput={({ currentTarget }) => write({ place: currentTarget.value })}
        />
        <FieldFault name="place" />
      </label>
      <button type="button" class="button" onClick={pickPlace}>
        {t("contest.pick")}
      </button>
    </div>
  );
}
