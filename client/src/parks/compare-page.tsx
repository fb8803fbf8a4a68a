import { useEffect } from "preact/hooks";
import "./parts/words.ts";
import { focusSoon } from "../controls/panel-focus.ts";
import { t } from "../language/t.ts";
import { language, tagOf } from "../language/view.ts";
import { PageHead } from "../layout/page-head.tsx";
import { page } from "../layout/view.ts";
import { compared } from "./compared.ts";
import { startDroppingUnknown } from "./drop-unknown.ts";
import { startMatch } from "./match.ts";
import { askedWords } from "./parts/ask-options.ts";
import { CompareTable } from "./parts/compare-table.tsx";
import { QuestionsList } from "./parts/questions-list.tsx";
import { ShareButton } from "./parts/share-sheet.tsx";
import { asked } from "./view.ts";
import "../layout/printed-page.css";
import "./parks.css";
import "./compare.css";

/** Up to four parks side by side, what differs first, and what is left to ask. */
export function ComparePage() {
  useEffect(startMatch, []);
  useEffect(startDroppingUnknown, []);
  useEffect(
    () => () => {
      // back among the results, where the comparison was opened
      if (page.peek() === "parks") focusSoon(".match-tray .button-primary");
    },
    [],
  );
  const parks = compared.value;
  const question = askedWords(asked.value);
  return (
    <section class="page compare-page printed-page" lang={tagOf(language.value)} aria-label={t("compare.title")}>
      <PageHead
        translated
        title={t("compare.title")}
        {...(question ? { note: t("compare.reference", { question }) } : {})}
      >
        <ShareButton />
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          {parks.length < 2 && <p class="state-empty">{t(parks.length === 0 ? "compare.empty" : "compare.one")}</p>}
          {parks.length > 0 && (
            <>
              <CompareTable parks={parks} />
              <p class="note">{t("compare.side_by_side")}</p>
              <QuestionsList parks={parks} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}
