import { useSignal } from "@preact/signals";
import { asSignedIn } from "../../account/signed-in.ts";
import type { ReviewComment } from "../../api/answers.ts";
import type { Problem } from "../../api/types.ts";
import { propertiesIn } from "../../catalogue.ts";
import { Faults } from "../../changes/faults.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { formatDate } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { lookAtPlace } from "../look-at-place.ts";
import { addToComment } from "../requests.ts";

type Props = {
  comment: ReviewComment;
  number: number;
  /** Whether something may be said now. */
  isDiscussed: boolean;
  mayResolve: boolean;
  changed: () => void;
};

/** So much ground around a pin is shown, in degrees. */
const AROUND = 0.003;

/** A comment with what was said in answer; what is resolved is folded. */
export function CommentThread({ comment, number, isDiscussed, mayResolve, changed }: Props) {
  const { place, is_resolved, entries, code } = comment;
  const problem = useSignal<Problem | null>(null);
  const answer = useSignal("");
  const add = async (action: "answer" | "resolve" | "reopen", text = "") => {
    const key = `${action}-${comment.id}-${entries.length}`;
    const sent = await asSignedIn(() => addToComment(comment, action, text, key));
    problem.value = sent.ok ? null : sent.problem;
    if (sent.ok && action === "answer") answer.value = "";
    changed();
  };
  return (
    <li class="review-thread" data-number={number} data-resolved={is_resolved} tabIndex={-1}>
      <p class="review-line">
        <b class="review-number">{number}</b>
        <Who name={comment.author_name} at={comment.at} />
        {code && <span class="note">{aboutWords(comment)}</span>}
        {place && (
          <IconButton
            icon="pin"
            name={t("review.show_pin")}
            size={16}
            small
            onClick={() => lookAtPlace(place, AROUND)}
          />
        )}
        {is_resolved && <span class="chip">{t("review.resolved")}</span>}
      </p>
      <p class="review-text">{comment.text}</p>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <p class="review-line">
                <Who name={entry.author_name} at={entry.at} />
                {entry.action !== "answer" && (
                  <span class="note">{t(entry.action === "resolve" ? "review.did_resolve" : "review.did_reopen")}</span>
                )}
              </p>
              {entry.text && <p class="review-text">{entry.text}</p>}
            </li>
          ))}
        </ul>
      )}
      {problem.value && <Faults problem={problem.value} />}
      {isDiscussed && (
        <form
          class="review-answer"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (answer.peek().trim() !== "") void add("answer", answer.peek().trim());
          }}
        >
          <input
            aria-label={t("review.answer_to", { number })}
            placeholder={t("review.answer")}
            maxLength={2000}
            value={answer.value}
            onInput={({ currentTarget }) => {
              answer.value = currentTarget.value;
            }}
          />
          <button type="submit" class="button" disabled={answer.value.trim() === ""}>
            {t("review.answer")}
          </button>
          {mayResolve && (
            <button type="button" class="button" onClick={() => void add(is_resolved ? "reopen" : "resolve")}>
              {t(is_resolved ? "review.reopen" : "review.resolve")}
            </button>
          )}
        </form>
      )}
    </li>
  );
}

const Who = ({ name, at }: { name: string | null; at: string }) => (
  <>
    {name && <strong>{name}</strong>}
    <time class="note" dateTime={at}>
      {formatDate(at, language.value)}
    </time>
  </>
);

function aboutWords({ collection, code, property }: ReviewComment): string {
  const found = property && propertiesIn(collection ?? "").find(({ name }) => name === property);
  return [code, found ? inLanguage(found.title) : property].filter(Boolean).join(" · ");
}
