import { Icon } from "../../controls/icons.tsx";
import { isKey, type Key, t } from "../../language/t.ts";
import type { TextReport } from "../requests.ts";

/** What the server found in the document, and what it could not place: one line, open it for the rest. */
export function ReportLine({ report, loaded }: { report: TextReport; loaded: boolean }) {
  const key = `report.${report.verdict}`;
  const verdict = t(isKey(key) ? (key as Key) : "report.unknown");
  const missing = (["parts", "chapters", "boxes"] as const).flatMap((what) => {
    const list = report.missing?.[what] ?? [];
    return list.length > 0 ? [t(`report.missing_${what}` as const, { list: list.join(t("list.separator")) })] : [];
  });
  const unplaced = report.unplaced?.length ?? 0;
  const issues = report.issues?.length ?? 0;
  return (
    <details class="report-line" data-loaded={loaded}>
      <summary>
        <Icon name={loaded ? "check" : "book"} size={15} />
        <span>
          {verdict}
          {loaded && ` · ${t("report.unassigned", { count: unplaced })}`}
        </span>
      </summary>
      {!loaded && <p>{t("text.absent")}</p>}
      {report.found && (
        <p>
          {t("report.found", {
            parts: report.found.parts ?? 0,
            chapters: report.found.chapters ?? 0,
            boxes: report.found.boxes ?? 0,
            paragraphs: report.found.paragraphs ?? 0,
          })}
          {report.first_page && report.last_page && (
            <> {t("report.pages", { first: report.first_page, last: report.last_page })}</>
          )}
        </p>
      )}
      {missing.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {issues > 0 && <p>{t("report.issues", { count: issues })}</p>}
    </details>
  );
}
