import type { ChangeSet } from "../../api/answers.ts";
import { reviewing } from "../../changes/view.ts";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { ageWords } from "../age.ts";

/** A set of the queue: who, how long ago, by what, how much, and with whom it is. */
export function SetRow({ set, isOwn }: { set: ChangeSet; isOwn: boolean }) {
  const { id, title, author_name, submitted_at, basis, number, claimed_by_name, reverses } = set;
  return (
    <button
      type="button"
      class="change-set"
      data-set={id}
      aria-current={reviewing.value === id}
      onClick={() => {
        reviewing.value = id;
      }}
    >
      <span>
        <strong>{title}</strong>
        <span class="note">
          {author_name && <>{author_name} · </>}
          {submitted_at && (
            <time dateTime={submitted_at} title={formatDate(submitted_at, language.value)}>
              {ageWords(submitted_at, language.value)}
            </time>
          )}
          {` · ${basis} · ${t("changes.features", { count: number })}`}
        </span>
        <span class="review-line">
          {isOwn && <span class="chip">{t("review.own_chip")}</span>}
          {reverses !== null && <span class="chip">{t("review.undoes", { number: reverses })}</span>}
          {claimed_by_name && <span class="chip">{t("review.with", { name: claimed_by_name })}</span>}
        </span>
      </span>
    </button>
  );
}
