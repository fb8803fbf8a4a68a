import { useEffect } from "preact/hooks";
import "./parts/words.ts";
import { t } from "../language/t.ts";
import { language, tagOf } from "../language/view.ts";
import { width } from "../layout/layout.ts";
import { PageHead } from "../layout/page-head.tsx";
import { startDroppingUnknown } from "./drop-unknown.ts";
import { startMatch } from "./match.ts";
import { AskBox } from "./parts/ask-box.tsx";
import { Conditions } from "./parts/conditions.tsx";
import { PoliciesSection } from "./parts/policies-section.tsx";
import { Results } from "./parts/results.tsx";
import { Rules } from "./parts/rules.tsx";
import { Tray } from "./parts/tray.tsx";
import { Understood } from "./parts/understood.tsx";
import { asked, musts } from "./view.ts";
import "./parks.css";

/** Parks for somebody who has an industry in mind: the question, what excludes, what weighs, and the answer with its reasons. */
export function ParksPage() {
  useEffect(startMatch, []);
  useEffect(startDroppingUnknown, []);
  const isAsked = asked.value !== null || musts.value.length > 0;
  const isShort = isAsked && width.value === "phone";
  return (
    <section class="page parks-page" lang={tagOf(language.value)} aria-label={t("parks.title")}>
      <PageHead translated title={t("parks.title")} {...(isShort ? {} : { note: t("parks.note") })}>
        <Rules />
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          <AskBox />
          <Understood />
          <Conditions />
          {isAsked ? <Results /> : <p class="state-empty">{t("parks.ask_first")}</p>}
          <PoliciesSection />
        </div>
      </div>
      <Tray />
    </section>
  );
}
