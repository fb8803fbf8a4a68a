import { effect, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../language/t.ts";
import { citing } from "../../reading/citing.ts";
import { readingCalls } from "../../reading/reading.ts";
import { TextPanel } from "../../reading/text-panel.tsx";
import { entriesOf } from "../fields.ts";
import { SideSheet } from "../side-sheet.tsx";
import { texts } from "./site-state.ts";

/** The text of the plan beside the form of a site, or in its place where there is no room beside it. */
export const siteReading = signal(false);

const close = () => {
  siteReading.value = false;
};

/** Whatever of the form leads to the text opens it. */
export function followReading(): () => void {
  const before = readingCalls.peek();
  const stop = effect(() => {
    if (readingCalls.value !== before) siteReading.value = true;
  });
  return () => {
    stop();
    close();
  };
}

/** The reading pane, where a press on a paragraph cites it as the basis of the site. */
export function SiteReading() {
  useEffect(() => {
    citing.value = { cite: t("site.cite"), cited: t("site.cited"), isCited, toggle };
    return () => {
      citing.value = null;
    };
  }, []);
  return (
    <SideSheet kind="site-reading" label={t("site.text")} back={t("site.back")} close={close}>
      <TextPanel />
    </SideSheet>
  );
}

const citations = () => entriesOf(texts.value.citations ?? "") ?? [];
const isCited = (paragraph: string): boolean => citations().some((one) => one.paragraph === paragraph);

function toggle(paragraph: string): void {
  const next = isCited(paragraph)
    ? citations().filter((one) => one.paragraph !== paragraph)
    : [...citations(), { paragraph, attribute: null, basis: "stated", rule: null }];
  texts.value = { ...texts.peek(), citations: next.length === 0 ? "" : JSON.stringify(next) };
}
