import { useEffect } from "preact/hooks";
import "./parts/words.ts";
import { focusSoon } from "../controls/panel-focus.ts";
import { t } from "../language/t.ts";
import { language, tagOf } from "../language/view.ts";
import { PageHead } from "../layout/page-head.tsx";
import { page } from "../layout/view.ts";
import { type Compared, compared } from "./compared.ts";
import { startDroppingUnknown } from "./drop-unknown.ts";
import { startMatch } from "./match.ts";
import { askedWords } from "./parts/ask-options.ts";
import { CompareTable } from "./parts/compare-table.tsx";
import { QuestionsList } from "./parts/questions-list.tsx";
import { ShareButton } from "./parts/share-sheet.tsx";
import { KindChoice, Subjects, useKind } from "./parts/subjects.tsx";
import { asked } from "./view.ts";
import "../layout/printed-page.css";
import "./parks.css";
import "./compare.css";

/** Up to four parks, projects or chains side by side, what differs first; of parks also what is left to ask. */
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
  const [kind, choose] = useKind();
  const question = askedWords(asked.value);
  return (
    <section class="page compare-page printed-page" lang={tagOf(language.value)} aria-label={t("compare.title")}>
      <PageHead
        translated
        title={t("compare.title")}
        {...(question && kind === "park" ? { note: t("compare.reference", { question }) } : {})}
      >
        <ShareButton />
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          <KindChoice kind={kind} choose={choose} />
          {kind === "park" ? <Parks parks={parks} /> : <Subjects kind={kind} />}
        </div>
      </div>
    </section>
  );
}

function Parks({ parks }: { parks: readonly Compared[] }) {
  return (
    <>
      {parks.length < 2 && <p class="state-empty">{t(parks.length === 0 ? "compare.empty" : "compare.one")}</p>}
      {parks.length > 0 && (
        <>
          <CompareTable parks={parks} />
          <p class="note">{t("compare.side_by_side")}</p>
          <QuestionsList parks={parks} />
        </>
      )}
    </>
  );
}
