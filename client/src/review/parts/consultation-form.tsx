import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { departmentName, departments } from "../../account/departments.ts";
import { asSignedIn } from "../../account/signed-in.ts";
import type { CheckFinding, Consultation, NewConsultation } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { ruleTitle, titleOf } from "../../site-check/finding-text.ts";
import { consult, listChecks } from "../requests.ts";

type Props = { set: number; asked: (now: readonly Consultation[]) => void };
type Subject = Pick<NewConsultation, "collection" | "code" | "finding"> & { name: string };

/** Of so many pages of sites the findings are offered one by one: of a larger set a department is asked as of a whole. */
const MOST_PAGES = 5;

/** Asks a department, of the whole set or of one finding of its check. */
export function ConsultationForm({ set, asked }: Props) {
  const subjects = useSignal<readonly Subject[]>([]);
  const [department, at, text] = [useSignal(""), useSignal(-1), useSignal("")];
  const [problem, isSending] = [useSignal<Problem | null>(null), useSignal(false)];
  const list = async () => {
    subjects.value = [];
    for (let [page, after, left] = [0, 0, 1]; page < MOST_PAGES && left > 0; page++) {
      const answer = await asSignedIn(() => listChecks(set, after));
      if (!answer.ok) return;
      const { checks } = answer.data;
      [after, left] = [checks.at(-1)?.position ?? 0, answer.data.left];
      const askable = checks.flatMap(({ collection, code, submitted }) =>
        submitted.findings.filter(isAskable).map((one) => ({ collection, code, finding: one.id, name: nameOf(one) })),
      );
      subjects.value = [...subjects.value, ...askable];
    }
  };
  useEffect(() => void list(), [set]);
  const send = async () => {
    if (isSending.peek()) return;
    isSending.value = true;
    const { name: _, ...about } = subjects.peek()[at.peek()] ?? { name: "" };
    const said = { department: department.peek(), question: text.peek().trim(), ...about };
    const answer = await asSignedIn(() => consult(set, said, crypto.randomUUID()));
    isSending.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    [department.value, at.value, text.value] = ["", -1, ""];
    asked(answer.data.consultations);
  };
  const all = departments.value ?? [];
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{t("review.word_ask")}</summary>
      <form
        class="change-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label>
          <span>{t("review.word_department")}</span>
          <select
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
        <label>
          <span>{t("review.word_question")}</span>
          <textarea
            rows={2}
            required
            maxLength={2000}
            value={text.value}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value;
            }}
          />
        </label>
        {problem.value && <Faults problem={problem.value} />}
        <p class="change-actions">
          <button type="submit" class="button" disabled={isSending.value || text.value.trim() === ""}>
            {t("review.word_send")}
          </button>
        </p>
      </form>
    </details>
  );
}

/** What was looked at in vain asks nobody; a row that only folds others is of no rule. */
const isAskable = ({ outcome, rule }: CheckFinding): boolean => outcome !== "no-hit" && rule !== "undecided";

const nameOf = (finding: CheckFinding): string => [...new Set([ruleTitle(finding.rule), titleOf(finding)])].join(" · ");
