import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Account, ChangeSet, ReviewComment } from "../../api/answers.ts";
import { takeOrAsk } from "../../api/early.ts";
import type { Problem } from "../../api/types.ts";
import { Faults } from "../../changes/faults.tsx";
import { t } from "../../language/t.ts";
import { pressedPin } from "../../viewport/map-link.ts";
import { showPins } from "../on-map.ts";
import { listComments } from "../requests.ts";
import { CommentForm } from "./comment-form.tsx";
import { CommentThread } from "./comment-thread.tsx";

/** While it is in review or returned there is something to say. */
const isDiscussed = ({ state }: ChangeSet): boolean => state === "in-review" || state === "returned";

/** What is said about a change set, each with its number, which is that of its pin on the map. */
export function Comments({ set, who }: { set: ChangeSet; who: Account }) {
  const comments = useSignal<readonly ReviewComment[]>([]);
  const problem = useSignal<Problem | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const look = async () => {
    const answer = await asSignedIn(() => takeOrAsk(listComments, set.id));
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    comments.value = answer.data.comments;
    showPins(answer.data.comments);
  };
  useEffect(() => void look(), [set.id, set.version]);
  useEffect(() => {
    const pressed = pressedPin.value;
    if (pressed === null) return;
    pressedPin.value = null;
    const thread = list.current?.querySelector<HTMLElement>(`[data-number="${pressed}"]`);
    thread?.scrollIntoView({ block: "nearest" });
    thread?.focus();
  }, [pressedPin.value]);
  const open = comments.value.filter((comment) => !comment.is_resolved).length;
  return (
    <section class="review-comments" aria-label={t("review.comments")}>
      <h3>
        {t("review.comments")}
        {comments.value.length > 0 && (
          <span class="note">{t("review.comments_open", { count: open, all: comments.value.length })}</span>
        )}
      </h3>
      {problem.value && <Faults problem={problem.value} />}
      {comments.value.length > 0 && (
        <ol ref={list}>
          {comments.value.map((comment, at) => (
            <CommentThread
              key={comment.id}
              comment={comment}
              number={at + 1}
              isDiscussed={isDiscussed(set)}
              mayResolve={comment.author === who.id || (who.roles.includes("reviewer") && set.author !== who.id)}
              changed={() => void look()}
            />
          ))}
        </ol>
      )}
      {isDiscussed(set) && <CommentForm set={set.id} said={() => void look()} />}
    </section>
  );
}
