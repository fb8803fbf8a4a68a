import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { departmentName, departments } from "../../account/departments.ts";
import { asSignedIn } from "../../account/signed-in.ts";
import { useSending } from "../../account/use-sending.ts";
import type { CheckFinding, Consultation, NewConsultation } from "../../api/answers.ts";
import { Faults } from "../../changes/faults.tsx";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { TextArea } from "../../controls/text-area.tsx";
import { t } from "../../language/t.ts";
import { findingTitle } from "../../site-check/finding-text.ts";
import { consult, listChecks } from "../requests.ts";

type Props = { set: number; asked: (now: readonly Consultation[]) => void };
type Subject = Pick<NewConsultation, "collection" | "code" | "finding"> & { name: string };

/** Of so many pages of sites the findings are offered one by one: of a larger set a department is asked as of a whole. */
const MOST_PAGES = 5;

/** Asks a department, of the whole set or of one finding of its check. */
export function ConsultationForm({ set, asked }: Props) {
  const subjects = useSignal<readonly Subject[]>([]);
  const [department, at, text] = [useSignal(""), useSignal(-1), useSignal("")];
  const isListed = useRef(false);
  const { problem, isSending, send } = useSending();
  const list = async () => {
    for (let [page, after, left] = [0, 0, 1]; page < MOST_PAGES && left > 0; page++) {
      const answer = await asSignedIn(() => listChecks(set, after));
      if (!answer.ok) return;
      const { checks } = answer.data;
      [after, left] = [checks.at(-1)?.position ?? 0, answer.data.left];
      const askable = checks.flatMap(({ collection, code, submitted }) =>
        submitted.findings
          .filter(isAskable)
          .map((one) => ({ collection, code, finding: one.id, name: findingTitle(one) })),
      );
      subjects.value = [...subjects.value, ...askable];
    }
  };
  const ask = async () => {
    const { name: _, ...about } = subjects.peek()[at.peek()] ?? { name: "" };
    const said = { department: department.peek(), question: text.peek().trim(), ...about };
    const key = crypto.randomUUID();
    const now = await send(() => consult(set, said, key));
    if (!now) return;
    [department.value, at.value, text.value] = ["", -1, ""];
    asked(now.consultations);
  };
  const all = departments.value ?? [];
  if (all.length === 0) return null;
  return (
    <details
      onToggle={({ currentTarget }) => {
        // each site is checked again for it: not before somebody wants to ask
        if (!currentTarget.open || isListed.current) return;
        isListed.current = true;
        void list();
      }}
    >
      <summary>{t("review.word_ask")}</summary>
      <CheckedForm class="change-form" submit={() => void ask()}>
        <label>
          <span>{t("review.word_department")}</span>
          <select
            name="department"
            required
            value={department.value}
            onChange={({ currentTarget }) => {
              department.value = currentTarget.value;
            }}
          >
            <option value="" />
            {all.map(({ code, members }) => (
              <option key={code} value={code} disabled={members.length === 0}>
                {departmentName(code)} {members.length === 0 && t("review.word_nobody")}
              </option>
            ))}
          </select>
          <FieldFault name="department" />
        </label>
        {subjects.value.length > 0 && (
          <label>
            <span>{t("review.word_about")}</span>
            <select
              value={at.value}
              onChange={({ currentTarget }) => {
                at.value = Number(currentTarget.value);
              }}
            >
              <option value={-1}>{t("review.word_whole")}</option>
              {subjects.value.map(({ code, finding, name }, index) => (
                <option key={`${code} ${finding}`} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <TextArea name="question" label={t("review.word_question")} text={text} required />
        {problem.value && <Faults problem={problem.value} />}
        <p class="change-actions">
          <button type="submit" class="button" disabled={isSending.value || text.value.trim() === ""}>
            {t("review.word_send")}
          </button>
        </p>
      </CheckedForm>
    </details>
  );
}

/** What was looked at in vain asks nobody; a row that only folds others is of no rule. */
const isAskable = ({ outcome, rule }: CheckFinding): boolean => outcome !== "no-hit" && rule !== "undecided";
