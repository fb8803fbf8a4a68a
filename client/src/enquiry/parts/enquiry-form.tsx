import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Problem } from "../../api/types.ts";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { parkName } from "../../parks/park-names.ts";
import { chosen } from "../../parks/view.ts";
import { filledInByHand } from "../../visitors/by-hand.ts";
import { Trap } from "../../visitors/trap.tsx";
import { type EnquiryReceipt, type EnquiryTerms, sendEnquiry } from "../requests.ts";
import { questionsNow, written } from "../written.ts";

type Props = { terms: EnquiryTerms; sent: (receipt: EnquiryReceipt) => void };

/** What is missing is said beside its field; what the server says of the rest is shown, and what was written stays. */
export function EnquiryForm({ terms, sent }: Props) {
  const opened = useRef(performance.now());
  const isSending = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const questions = questionsNow().length;
  const send = async (form: HTMLFormElement) => {
    isSending.value = true;
    problem.value = null;
    const data = new FormData(form);
    const open = () => performance.now() - opened.current;
    await filledInByHand(terms.least_ms, open);
    const answer = await sendEnquiry(written(data, open()));
    isSending.value = false;
    if (answer.ok) sent(answer.data);
    else problem.value = answer.problem;
  };
  return (
    <CheckedForm
      class="visitor-form enquiry-form"
      submit={(form) => {
        if (!isSending.value) void send(form);
      }}
    >
      <p class="note">{t("enquiry.note")}</p>
      <Shortlist />
      {questions > 0 && (
        <label class="visitor-check">
          <input type="checkbox" name="questions" defaultChecked />
          <span>{t("enquiry.questions", { count: questions })}</span>
        </label>
      )}
      <Line name="name" label={t("enquiry.name")} most={100} autocomplete="name" required />
      <Line name="contact" label={t("enquiry.contact")} note={t("enquiry.contact_note")} most={200} required />
      <Line name="organisation" label={t("enquiry.organisation")} most={200} autocomplete="organization" />
      <label>
        <span>{t("enquiry.message")}</span>
        <textarea name="message" rows={4} maxLength={4000} />
      </label>
      <Trap label={t("enquiry.website")} />
      <label class="visitor-check">
        <input type="checkbox" name="consent" required />
        <span>
          {t("enquiry.consent", { days: terms.keep_days })} <FieldFault name="consent" />
        </span>
      </label>
      <p class="note">{t("enquiry.privacy")}</p>
      {problem.value && (
        <p role="alert" class="visitor-problem">
          {problemText(problem.value)}
        </p>
      )}
      <button type="submit" class="button button-primary" disabled={isSending.value}>
        {t(isSending.value ? "enquiry.sending" : "enquiry.send")}
      </button>
    </CheckedForm>
  );
}

function Shortlist() {
  const codes = chosen.value;
  return (
    <p>
      {codes.length === 0
        ? t("enquiry.no_parks")
        : `${t("enquiry.parks")}: ${codes.map(parkName).join(t("list.separator"))}`}
    </p>
  );
}

type LineProps = {
  name: string;
  label: string;
  most: number;
  note?: string;
  autocomplete?: string;
  required?: boolean;
};

function Line({ name, label, most, note, autocomplete = "off", required = false }: LineProps) {
  return (
    <label>
      <span>
        {label}
        {note && <small> {note}</small>}
      </span>
      <input type="text" name={name} maxLength={most} autocomplete={autocomplete} required={required} />
      <FieldFault name={name} />
    </label>
  );
}
