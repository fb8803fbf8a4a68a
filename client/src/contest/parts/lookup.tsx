import { useSignal } from "@preact/signals";
import type { Contest } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { getContest } from "../requests.ts";

/** With a reference anybody reads what became of it. It stands in a form, and is none of its own. */
export function Lookup() {
  const reference = useSignal("");
  const found = useSignal<Contest | null>(null);
  const problem = useSignal<Problem | null>(null);
  const look = async () => {
    if (reference.peek().trim() === "") return;
    const answer = await getContest(reference.peek().trim());
    found.value = answer.ok ? answer.data : null;
    problem.value = answer.ok ? null : answer.problem;
  };
  return (
    <details class="contest-lookup">
      <summary>{t("contest.lookup")}</summary>
      <div class="contest-place">
        <label>
          <span>{t("contest.reference")}</span>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={20}
            value={reference.value}
            onInput={({ currentTarget }) => {
              reference.value = currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void look();
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => void look()}>
          {t("contest.look")}
        </button>
      </div>
      <div role="status">
        {found.value && (
          <p>
            <strong>{t(`contest.${found.value.outcome ?? "unanswered"}` as const)}</strong> {found.value.answer}
          </p>
        )}
        {problem.value && <p class="visitor-problem">{problemText(problem.value)}</p>}
      </div>
    </details>
  );
}
