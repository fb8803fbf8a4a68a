import type { ComponentChildren } from "preact";
import { ChainFilter } from "../../filter/chain-filter.tsx";
import { FilterText } from "../../filter/filter-text.tsx";
import { StatusFilter } from "../../filter/status-filter.tsx";
import { t } from "../../language/t.ts";
import { LayerList } from "../../layers/layer-list.tsx";
import { width } from "../../layout/layout.ts";
import { PageLinks } from "../../layout/page-links.tsx";
import { TABS, tab } from "../../layout/view.ts";
import { ProjectList } from "../../projects/project-list.tsx";
import { BulkButton, ConfirmedStatus, TextPanel, UnplacedSection } from "./lazy-panels.tsx";

/** Arrow keys change the tab, Tab goes on into its panel (ARIA tabs). */
export function TabBar() {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !(event.currentTarget instanceof HTMLElement)) return;
    const next = TABS[(TABS.indexOf(tab.value) + step + TABS.length) % TABS.length] ?? TABS[0];
    tab.value = next;
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="switch tab-bar" role="tablist" aria-label={t("tabs.title")} onKeyDown={onKeyDown}>
      {TABS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={tab.value === name}
          aria-controls="tab-panel"
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name;
          }}
        >
          {t(`tabs.${name}` as const)}
        </button>
      ))}
    </div>
  );
}

type PanelProps = { filtersFirst?: boolean; between?: ComponentChildren; after?: ComponentChildren };

/** On a phone the filters come first: there the sheet is where one chooses. */
export function TabPanel({ filtersFirst = false, between, after }: PanelProps) {
  const filters = (
    <>
      <ChainFilter />
      <StatusFilter />
      <ConfirmedStatus />
      <FilterText />
      <BulkButton />
    </>
  );
  return (
    <div id="tab-panel" class="panel-scroll" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
      {tab.value === "layers" && (
        <>
          {filtersFirst && filters}
          {between}
          <LayerList>{!filtersFirst && filters}</LayerList>
          <PageLinks />
          {after}
        </>
      )}
      {tab.value === "list" && (
        <>
          <ConfirmedStatus />
          <ProjectList />
          {width.value === "phone" && <UnplacedSection />}
        </>
      )}
      {tab.value === "text" && <TextPanel />}
    </div>
  );
}
