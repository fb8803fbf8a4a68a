import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asSignedIn } from "../../account/signed-in.ts";
import type { Attachment } from "../../api/answers.ts";
import type { Answer } from "../../api/request.ts";
import type { Problem } from "../../api/types.ts";
import { FileButton } from "../../controls/file-button.tsx";
import { formatNumber } from "../../language/format.ts";
import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { addAttachment, attachmentAddress, deleteAttachment, listAttachments } from "../requests.ts";

/** The files of a draft. They are on the server as soon as they are in the list. */
export function SiteFiles({ draft }: { draft: string }) {
  const files = useSignal<readonly Attachment[]>([]);
  const problem = useSignal<{ of: string; problem: Problem } | null>(null);
  const look = async () => {
    const answer = await asSignedIn(() => listAttachments(draft));
    if (answer.ok) files.value = answer.data.attachments;
    else problem.value = { of: "", problem: answer.problem };
  };
  useEffect(() => void look(), [draft]);
  const act = async (of: string, what: () => Promise<Answer<unknown>>) => {
    const answer = await asSignedIn(what);
    if (!answer.ok) problem.value = { of, problem: answer.problem };
    await look();
  };
  const add = async (chosen: readonly File[]) => {
    problem.value = null;
    for (const file of chosen) await act(file.name, () => addAttachment(draft, file));
  };
  return (
    <div class="site-files">
      <FileButton name="attachment" multiple accept=".pdf,.png,.jpg,.jpeg" take={(chosen) => void add(chosen)}>
        <span>{t("site.attach")}</span>
      </FileButton>
      <span class="note">{t("site.attach_note")}</span>
      {problem.value && (
        <p role="alert">
          {problem.value.of} {problemText(problem.value.problem)}
        </p>
      )}
      <ul>
        {files.value.map(({ id, name, size }) => (
          <li key={id}>
            <a href={attachmentAddress(draft, id)} download={name}>
              {name}
            </a>
            <span class="note">{t("site.size", { size: formatNumber(size / 1024, language.value, 0) })}</span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t("site.detach", { name })}
              onClick={() => void act(name, () => deleteAttachment(draft, id))}
            >
              {t("site.detach_short")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
