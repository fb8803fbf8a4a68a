import { useEffect, useRef, useState } from "preact/hooks";
import { CheckedForm, FieldFault } from "../../controls/checked-form.tsx";
import { t } from "../../language/t.ts";
import { titleOf } from "../finding-text.ts";
import {
  canGiveReasons,
  giveReason,
  LONGEST_REASON,
  reasonFor,
  type Stance,
  stancesFor,
  stands,
  takeBack,
} from "../reasons.ts";
import type { CheckFinding } from "../requests.ts";

/** What who draws says to a finding: that it is wrong, or why it is so nevertheless. Nothing where there is nobody to say it to. */
export function ReasonControl({ finding }: { finding: CheckFinding }) {
  const [open, setOpen] = useState<Stance | null>(null);
  const possible = stancesFor(finding);
  if (!canGiveReasons.value) return null;
  const given = reasonFor(finding.id);
  const standing = stands(finding);
  return (
    <div class="finding-reason">
      {standing && <p class="note">{t(`check.${standing}`)}</p>}
      {given && open === null && (
        <p>
          <strong>{t(`check.${given.stance}`)}</strong> {given.reason}
        </p>
      )}
      {open ? (
        <ReasonForm finding={finding} stance={open} close={() => setOpen(null)} />
      ) : (
        <p class="finding-reason-buttons">
          {given ? (
            <>
              <Press text={t("check.reason_change")} about={finding} onClick={() => setOpen(given.stance)} />
              <Press text={t("check.reason_remove")} about={finding} onClick={() => takeBack(finding.id)} />
            </>
          ) : (
            possible.map((stance) => (
              <Press
                key={stance}
                text={t(stance === "contested" ? "check.contest" : "check.explain")}
                about={finding}
                onClick={() => setOpen(stance)}
              />
            ))
          )}
        </p>
      )}
    </div>
  );
}

/** Many of these stand in a list: each is called by what it is about, too. */
function Press({ text, about, onClick }: { text: string; about: CheckFinding; onClick: () => void }) {
  return (
    <button type="button" class="button button-quiet" aria-label={`${text} · ${titleOf(about)}`} onClick={onClick}>
      {text}
    </button>
  );
}

function ReasonForm({ finding, stance, close }: { finding: CheckFinding; stance: Stance; close: () => void }) {
  const [reason, setReason] = useState(reasonFor(finding.id)?.reason ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  // it opens by a press, to be written into
  useEffect(() => field.current?.focus(), []);
  const keep = () => {
    if (reason.trim() === "") return;
    giveReason({ finding: finding.id, stance, reason: reason.trim() });
    close();
  };
  return (
    <CheckedForm class="finding-reason-form" submit={keep}>
      <label>
        {t(`check.${stance === "contested" ? "contest" : "explain"}_why`)}
        <textarea
          name="finding-reason"
          required
          rows={2}
          maxLength={LONGEST_REASON}
          value={reason}
          ref={field}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <FieldFault name="finding-reason" />
      </label>
      <p class="finding-reason-buttons">
        <button type="submit" class="button">
          {t("check.reason_save")}
        </button>
        <button type="button" class="button button-quiet" onClick={close}>
          {t("check.reason_cancel")}
        </button>
      </p>
    </CheckedForm>
  );
}

/** What was said to findings that are no more: it is kept until somebody takes it back. */
export function ReasonsGone({ reasons }: { reasons: readonly { finding: string; reason: string }[] }) {
  if (!canGiveReasons.value || reasons.length === 0) return null;
  return (
    <ul class="finding-list">
      {reasons.map(({ finding, reason }) => (
        <li key={finding} class="finding-reason">
          <p class="note">
            {t("check.reason_gone", { name: finding })} · {reason}
          </p>
          <p class="finding-reason-buttons">
            <button type="button" class="button button-quiet" onClick={() => takeBack(finding)}>
              {t("check.reason_remove")}
            </button>
          </p>
        </li>
      ))}
    </ul>
  );
}
