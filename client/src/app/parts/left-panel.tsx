import { batch } from "@preact/signals";
import { AnswerLine } from "../../answer/answer-line.tsx";
import { findsOnlyOthers } from "../../answer/others.ts";
import { product } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon, type IconName } from "../../controls/icons.tsx";
import { focusSoon } from "../../controls/panel-focus.ts";
import { loadState } from "../../features/load.ts";
import { hasProjects } from "../../features/plan.ts";
import { FilterNotice } from "../../filter/filter-notice.tsx";
import { keyboardSheetOpen } from "../../keyboard/keyboard.ts";
import { formatNumber } from "../../language/format.ts";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { setLeftPanel } from "../../layout/layout.ts";
import { openPage } from "../../layout/pages.ts";
import { showTab } from "../../layout/show-tab.ts";
import { PAGES, page, TABS, type Tab, tab } from "../../layout/view.ts";
import { projectFacets, projectsLoaded } from "../../projects/projects.ts";
import { listScope } from "../../projects/view.ts";
import { focusSearch } from "../../search/focus-search.ts";
import { SearchBox } from "../../search/search-box.tsx";
import { FindPark } from "./find-park.tsx";
import { PanelHeader, Seal } from "./header.tsx";
import { PageBody } from "./page-body.tsx";
import { TabBar, TabPanel } from "./tabs.tsx";
import "./left-panel.css";

export function LeftPanel() {
  return (
    <aside class="panel panel-left surface" aria-label={inLanguage(product.title)} data-map-obstacle data-panel>
      <PanelHeader />
      {page.value === "map" ? (
        <>
          <div class="panel-find">
            <SearchBox />
            <div class="panel-ways">
              <TabBar />
              <FindPark />
            </div>
          </div>
          <FilterNotice />
          <TabPanel />
          <PanelFooter />
        </>
      ) : (
        <PageBody />
      )}
    </aside>
  );
}

/** The count that everything above filters, and how much of it the map cannot show. */
function PanelFooter() {
  const { numberMatched, placed, unplaced } = projectFacets.value;
  if (loadState.value.kind === "failed") return <footer class="panel-foot">{t("not_loaded")}</footer>;
  if (!hasProjects) return null;
  if (!projectsLoaded.value)
    return (
      <footer class="panel-foot">
        <span class="skeleton" style={{ width: "180px", height: "16px" }} />
      </footer>
    );
  const number = (value: number) => formatNumber(value, language.value);
  const showUnplaced = () =>
    batch(() => {
      tab.value = "list";
      listScope.value = "unplaced";
    });
  if (findsOnlyOthers.value)
    return (
      <footer class="panel-foot">
        <p class="answer-line">
          <AnswerLine />
        </p>
      </footer>
    );
  return (
    <footer class="panel-foot">
      <p>
        <strong>{number(numberMatched)}</strong> {t("projects.unit", { count: numberMatched })}
        <span>{t("projects.placed_unplaced", { placed: number(placed), unplaced: number(unplaced) })}</span>
      </p>
      {unplaced > 0 && (
        <button type="button" class="button button-quiet" onClick={showUnplaced}>
          {t("projects.see_unplaced")}
          <Icon name="arrow" size={14} />
        </button>
      )}
    </footer>
  );
}

const rail: readonly {
  icon: IconName;
  tab: Tab;
  key: "tabs.layers" | "rail.filter" | "tabs.list" | "tabs.text";
  focus?: string;
}[] = [
  { icon: "layers", tab: "layers", key: "tabs.layers" },
  { icon: "filter", tab: "layers", key: "rail.filter", focus: ".chain-chip" },
  { icon: "list", tab: "list", key: "tabs.list" },
  { icon: "book", tab: "text", key: "tabs.text" },
];

const entries = rail.filter((entry) => TABS.includes(entry.tab));
const pages = (["parks", "gaps", "policies", "panorama"] as const).filter((name) => PAGES.includes(name));

/** The folded panel: each entry opens it where it says. */
export function Rail() {
  return (
    <nav class="panel rail surface" aria-label={t("rail.title")} data-map-obstacle>
      <Seal />
      <h1 class="spoken">{inLanguage(product.title)}</h1>
      <span data-unfold>
        <IconButton
          icon="unfold"
          name={t("panel.unfold")}
          onClick={() => {
            setLeftPanel("open");
            focusSoon(".panel-header .icon-button");
          }}
        />
      </span>
      <IconButton icon="search" name={t("search.label")} onClick={focusSearch} />
      {entries.map(({ icon, tab: to, key, focus }) => (
        <IconButton key={key} icon={icon} name={t(key)} onClick={() => showTab(to, focus ?? "#tab-panel button")} />
      ))}
      {pages.map((to) => (
        <IconButton
          key={to}
          icon={to === "panorama" ? "chain" : to === "parks" ? "pin" : to}
          name={t(`${to}.title` as const)}
          onClick={() => openPage(to)}
        />
      ))}
      <span class="rail-space" />
      <IconButton
        icon="keyboard"
        name={t("keys.title")}
        onClick={() => {
          keyboardSheetOpen.value = true;
        }}
      />
    </nav>
  );
}
