import type { ChangeSet } from "../../api/answers.ts";
import { SetButton } from "../../changes/set-button.tsx";
import { formatDate } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { ageWords } from "../age.ts";

/** A set of the queue: who, how long ago, by what, how much, and with whom it is. */
export function SetRow({ set, isOwn }: { set: ChangeSet; isOwn: boolean }) {
  const { submitted_at, basis, number, claimed_by_name, reverses } = set;
  const note = (
    <>
      {submitted_at && (
        <time dateTime={submitted_at} title={formatDate(submitted_at, language.value)}>
          {ageWords(submitted_at, language.value)}
        </time>
      )}
      {` · ${basis} · ${t("changes.features", { count: number })}`}
    </>
  );
  return (
    <SetButton set={set} note={note}>
      <span class="review-line">
        {isOwn && <span class="chip">{t("review.own_chip")}</span>}
        {reverses !== null && <span class="chip">{t("review.undoes", { number: reverses })}</span>}
        {claimed_by_name && <span class="chip">{t("review.with", { name: claimed_by_name })}</span>}
      </span>
    </SetButton>
  );
}
