import { useLayoutEffect } from "preact/hooks";
import { IconButton } from "../controls/icon-button.tsx";
import { DrawSize, DrawSpoken } from "../drawing/draw-size.tsx";
import { DrawTools } from "../drawing/draw-tools.tsx";
import { begun, geometry, isBegun, isEmpty, shown } from "../drawing/editor.ts";
import { KeptNotice } from "../drawing/kept-notice.tsx";
import type { Mode } from "../drawing/place.ts";
import { formatNumber } from "../language/format.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { width } from "../layout/layout.ts";
import { PageHead } from "../layout/page-head.tsx";
import { asked } from "../site-check/asking.ts";
import { Findings, spokenAnswer } from "../site-check/findings.tsx";
import { copyLink } from "../url/copy-link.ts";
import { FileDrop } from "./parts/file-drop.tsx";
import { kept, startHere } from "./parts/start.ts";
import { fitsLink, MOST_CORNERS } from "./question.ts";
import "./parts/words.ts";
import "./here.css";

const MODES: readonly Mode[] = [
  "edit",
  "point",
  "polygon",
  "rectangle",
  "rectangle-three",
  "hole",
  "split",
  "cut",
  "whole",
];

/** "What does the plan say here?": a place, an outline or a file beside the plan. For everybody; nothing is stored. */
export function HerePage() {
  // before anybody sees the hint: a press right after it is a corner already
  useLayoutEffect(startHere, []);
  return (
    <section class="page here-page" aria-label={t("here.title")}>
      <PageHead title={t("here.title")} note={t("here.note")}>
        <IconButton
          icon="link"
          name={t("here.copy")}
          disabled={isEmpty(geometry.value)}
          onClick={() => void copyLink()}
        />
      </PageHead>
      <div class="panel-scroll">
        <div class="page-body">
          {isAnswerFirst() ? (
            <>
              <Answer key="answer" />
              <Ways key="ways" />
            </>
          ) : (
            <>
              <Ways key="ways" />
              <Answer key="answer" />
            </>
          )}
        </div>
      </div>
      <DrawSpoken more={spokenAnswer()} />
    </section>
  );
}

/** On a phone a page shows little at once: who has asked reads the answer, and finds below how to ask about another place. */
const isAnswerFirst = () => width.value === "phone" && asked.value.kind !== "nothing" && !isBegun.value;

/** The ways to ask. */
const Ways = () => (
  <>
    <KeptNotice kept={kept.value} />
    <DrawTools modes={MODES} />
    <FileDrop />
  </>
);

function Answer() {
  return (
    <>
      <What />
      {!fitsLink(geometry.value) && !begun.value.loose && (
        <p class="note" role="status">
          {t("here.too_long", { count: MOST_CORNERS })}
        </p>
      )}
      <Findings />
    </>
  );
}

/** What is asked about, or how to begin. */
function What() {
  const drawn = shown.value;
  if (isEmpty(drawn))
    return (
      <>
        <p class="state-empty">{t("here.hint")}</p>
        {width.value !== "phone" && <p class="note">{t("draw.keys")}</p>}
      </>
    );
  if (asked.value.kind === "nothing") return <p class="state-empty">{t("here.draw_on")}</p>;
  if (drawn.type !== "Point") return <DrawSize />;
  const [lon = 0, lat = 0] = drawn.coordinates;
  const degrees = (value: number) => formatNumber(value, language.value, 5);
  return <p class="draw-size-line">{t("here.place", { lon: degrees(lon), lat: degrees(lat) })}</p>;
}
