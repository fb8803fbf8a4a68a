// before the panels: their own rules win over the shared ones
import "./app/tokens.css";
import "./app/layout.css";
import "./controls/controls.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app/app.tsx";
import { startCatalogueWatch } from "./app/catalogue-watch.ts";
import { startControlsFrame } from "./app/controls-frame.ts";
import { startInsets } from "./app/insets.ts";
import { startShortcuts } from "./app/shortcuts.ts";
import { view } from "./app/view.ts";
import { shownTheme, systemDark } from "./appearance/view.ts";
import { loadConfig } from "./basemap/config.ts";
import { startRemoteRelated } from "./card/remote-related.ts";
import { product } from "./catalogue.ts";
import { startPanelFocus } from "./controls/panel-focus.ts";
import { startLargeFacets } from "./features/large-facets.ts";
import { alongWithPlan, loadPlan, watchConnection } from "./features/load.ts";
import { startFilterDraft } from "./filter/draft.ts";
import { startFilterMatch } from "./filter/match.ts";
import { inLanguage } from "./language/names.ts";
import { t, wordsReady } from "./language/t.ts";
import { language, pageLanguage, tagOf } from "./language/view.ts";
import { startLayout } from "./layout/layout.ts";
import { tab } from "./layout/view.ts";
import { startAsOf, startLive } from "./live/live.ts";
import { createPlanMap } from "./map/plan-map.ts";
import { startWorkers } from "./map/prepare.ts";
import { startProjectLists } from "./projects/lists.ts";
import { startFollowingSelection } from "./reading/follow-selection.ts";
import { loadOutline, startReading } from "./reading/reading.ts";
import { startShown } from "./reading/shown.ts";
import { reading } from "./reading/view.ts";
import { startServerSearch } from "./search/server-search.ts";
import { startSelection } from "./selection/select.ts";
import { loadTargets } from "./targets/targets.ts";
import { startUrlSync } from "./url/sync.ts";

/** So long the first drawing waits for the answer that tells which requests there are to send. */
const FIRST_ANSWER_MS = 40;

/** Address → state → map and panels; the requests leave first, everything else is ready when they come back. */
startWorkers();
alongWithPlan(loadTargets);
alongWithPlan(loadConfig);
const asked = new Promise<void>((resolve) => void loadPlan(undefined, resolve).then(loadOutline));
startUrlSync(view);
startFilterMatch();
startFilterDraft();
startLayout(reading.peek() !== null && tab.peek() === "text");
startSelection();
startFollowingSelection();
startLargeFacets();
startProjectLists();
startReading();
startServerSearch();
startShown();
startRemoteRelated();
startDocument();
startInsets();
startShortcuts();
startPanelFocus();
startControlsFrame();
watchConnection();
startCatalogueWatch();
startLive();
startAsOf();

const map = document.getElementById("map");
const app = document.getElementById("app");
if (!map || !app) throw new Error("index.html has lost #map or #app");
void open(map, app);

/** Not awaited by the module: the words of a language are a part, and parts wait for the program that has them loaded. */
async function open(map: HTMLElement, app: HTMLElement): Promise<void> {
  await wordsReady(language.peek());
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, FIRST_ANSWER_MS))]);
  document.getElementById("missing")?.remove();
  render(<App />, app);
  createPlanMap(map);
}

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
  // "back" may lead to the other language
  effect(() => void wordsReady(language.value));
  effect(() => {
    // of most of the page: what speaks another language says so itself
    document.documentElement.lang = tagOf(pageLanguage.value);
    const space = pageLanguage.value === "zh" ? "" : " · ";
    document.title = `${inLanguage(product.place)}${space}${inLanguage(product.title)}`;
    document.getElementById("map")?.setAttribute("aria-label", t("map.title"));
  });
}
