// before the panels: their own rules win over the shared ones
import "./tokens.css";
import "./layout.css";
import "./panels/controls/controls.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { product } from "./catalogue.ts";
import { t } from "./i18n/t.ts";
import { createPlanMap } from "./map/plan-map.ts";
import { theWorkshop } from "./map/tiles/workshop.ts";
import { App } from "./panels/app.tsx";
import { startPanelFocus } from "./panels/controls/panel-focus.ts";
import { startInsets } from "./panels/insets.ts";
import { startShortcuts } from "./panels/shortcuts.ts";
import { startBeside } from "./state/beside.ts";
import { startFilterDraft } from "./state/filter-draft.ts";
import { startFilterMatch } from "./state/filter-match.ts";
import { largeCollections } from "./state/large.ts";
import { startLargeFacets } from "./state/large-facets.ts";
import { startLayout } from "./state/layout.ts";
import { loadPlan, watchConnection } from "./state/load.ts";
import { startProjectPages } from "./state/project-pages.ts";
import { loadOutline, startReading } from "./state/reading.ts";
import { startSelection } from "./state/select.ts";
import { startServerSearch } from "./state/server-search.ts";
import { startShown } from "./state/shown.ts";
import { startUrlSync } from "./state/url-sync.ts";
import { language, shownTheme, systemDark } from "./state/view.ts";

/** So long the first drawing waits for the answer that tells which requests there are to send. */
const FIRST_ANSWER_MS = 40;

/** Address → state → map and panels; the requests leave first, everything else is ready when they come back. */
effect(() => {
  if (largeCollections.value.size > 0) theWorkshop();
});
const asked = new Promise<void>((resolve) => void loadPlan(undefined, resolve).then(loadOutline));
startUrlSync();
startFilterMatch();
startFilterDraft();
startLayout();
startSelection();
startLargeFacets();
startProjectPages();
startReading();
startServerSearch();
startShown();
startBeside();
startDocument();
startInsets();
startShortcuts();
startPanelFocus();
watchConnection();

const map = document.getElementById("map");
const app = document.getElementById("app");
if (!map || !app) throw new Error("index.html has lost #map or #app");
await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, FIRST_ANSWER_MS))]);
document.getElementById("missing")?.remove();
render(<App />, app);
createPlanMap(map);

/** What the whole page says of itself: theme, language, title. */
function startDocument(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const update = () => {
    systemDark.value = dark.matches;
  };
  dark.addEventListener("change", update);
  update();
  effect(() => {
    document.documentElement.dataset.theme = shownTheme.value;
  });
  effect(() => {
    document.documentElement.lang = language.value === "zh" ? "zh-CN" : "en";
    const space = language.value === "zh" ? "" : " · ";
    document.title = `${product.place[language.value]}${space}${product.title[language.value]}`;
    document.getElementById("map")?.setAttribute("aria-label", t("map.title"));
  });
}
