import { problemText } from "../../language/problem-text.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { inBrowser, onServer, problem, savedAt } from "./site-state.ts";

/** What is kept where, and how much is missing before it can be submitted. */
export function SiteStatus({ missing }: { missing: number }) {
  const at = savedAt.value?.toLocaleTimeString(language.value, { hour: "2-digit", minute: "2-digit" }) ?? "";
  const where =
    onServer.value === "saved"
      ? t(inBrowser.value === "saved" ? "site.saved_both" : "site.saved_server", { time: at })
      : onServer.value === "refused"
        ? t(problem.value?.code === "changed-meanwhile" ? "site.saved_elsewhere" : "site.saved_here", {
            reason: problem.value ? problemText(problem.value) : "",
          })
        : t("site.saving");
  return (
    <p class="site-status">
      <span role="status">{where}</span>
      {missing > 0 && <strong>{t("site.missing_count", { count: missing })}</strong>}
    </p>
  );
}
