import { batch, effect } from "@preact/signals";
import { canonicalSelection } from "./plan.ts";
import { parseView, serialiseView, type ViewState } from "./url.ts";
import * as view from "./view.ts";

function currentView(): ViewState {
  return {
    map: view.mapView.value,
    layers: view.layers.value,
    filter: view.filter.value,
    horizon: view.horizon.value,
    selection: view.selection.value,
    language: view.language.value,
    theme: view.theme.value,
    colourBy: view.colourBy.value,
    basemap: view.basemap.value,
    tab: view.tab.value,
    tool: view.tool.value,
    searchText: view.searchText.value,
    listSort: view.listSort.value,
    listScope: view.listScope.value,
    citedParagraph: view.citedParagraph.value,
    citedMark: view.citedMark.value,
    reading: view.reading.value,
    shownParagraph: view.shownParagraph.value,
    textQuery: view.textQuery.value,
    page: view.page.value,
    gapRule: view.gapRule.value,
    gapKind: view.gapKind.value,
    panoramaChain: view.panoramaChain.value,
  };
}

function showView(next: ViewState): void {
  batch(() => {
    // a link without a map part leaves the map where it is
    if (next.map) view.mapView.value = next.map;
    view.layers.value = next.layers;
    view.filter.value = next.filter;
    view.horizon.value = next.horizon;
    view.selection.value = next.selection;
    view.language.value = next.language;
    view.theme.value = next.theme;
    view.colourBy.value = next.colourBy;
    view.basemap.value = next.basemap;
    view.tab.value = next.tab;
    view.tool.value = next.tool;
    view.searchText.value = next.searchText;
    view.listSort.value = next.listSort;
    view.listScope.value = next.listScope;
    view.citedParagraph.value = next.citedParagraph;
    view.citedMark.value = next.citedMark;
    view.reading.value = next.reading;
    view.shownParagraph.value = next.shownParagraph;
    view.textQuery.value = next.textQuery;
    view.page.value = next.page;
    view.gapRule.value = next.gapRule;
    view.gapKind.value = next.gapKind;
    view.panoramaChain.value = next.panoramaChain;
  });
}

/** What makes a step of "back": a choice does; panning, typing and sliding an opacity do not. */
function choicesOf(state: ViewState): string {
  return serialiseView({
    ...state,
    map: null,
    searchText: "",
    textQuery: "",
    // another code of the same project is the same choice: "back" does not stop at it
    selection: canonicalSelection(state.selection),
    layers: state.layers.map((layer) => ({ ...layer, opacity: 1 })),
  });
}

/** Reads the address once, then keeps address and signals in step until the returned function is called. */
export function startUrlSync(): () => void {
  const read = () => parseView(location.search, location.hash);
  showView(read());
  let choices = choicesOf(currentView());

  const onPopState = () => {
    const next = read();
    choices = choicesOf(next);
    showView(next);
  };
  window.addEventListener("popstate", onPopState);

  const stop = effect(() => {
    const state = currentView();
    const address = `${location.pathname}${serialiseView(state)}`;
    if (address === `${location.pathname}${location.search}${location.hash}`) return;
    const next = choicesOf(state);
    if (next === choices) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    choices = next;
  });
  return () => {
    window.removeEventListener("popstate", onPopState);
    stop();
  };
}
