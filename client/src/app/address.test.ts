import { beforeEach, describe, expect, it } from "vitest";
import { THEMES, theme } from "../appearance/view.ts";
import { BASEMAPS, basemap } from "../basemap/view.ts";
import { product, vocabularies } from "../catalogue.ts";
import { siteDraft } from "../changes/view.ts";
import { ENQUIRY, enquiry } from "../enquiry/view.ts";
import { seeded } from "../features/fixture.ts";
import { statusShown } from "../features/status-shown.ts";
import { DIMENSIONS, NO_FILTER } from "../filter/filter.ts";
import { colourBy, filter } from "../filter/view.ts";
import { gapKind, gapRule, shownGap } from "../gaps/view.ts";
import { question } from "../here/view.ts";
import { asOf } from "../history/view.ts";
import { horizon } from "../horizon/view.ts";
import { LANGUAGES, language } from "../language/view.ts";
import { defaultLayers, layers, parseLayers, serialiseLayers } from "../layers/view.ts";
import { PAGES, page, TABS, tab } from "../layout/view.ts";
import { TOOLS } from "../map/tools.ts";
import { panoramaChain } from "../panorama/view.ts";
import { linkVersion } from "../parks/link.ts";
import { notes } from "../parks/notes.ts";
import {
  asked,
  COMPARED_ROWS,
  chosen,
  comparedCodes,
  comparedRows,
  musts,
  UNKNOWN_COUNTS,
  unknownCounts,
  weights,
} from "../parks/view.ts";
import { investorKind, policyKind, policyPark, shownPolicy } from "../policies/view.ts";
import { listScope, listSort, SCOPES, SORTS } from "../projects/view.ts";
import { citedMark, citedParagraph, reading, shownParagraph, textQuery } from "../reading/view.ts";
import { searchText } from "../search/view.ts";
import type { Selection } from "../selection/selection.ts";
import { selection } from "../selection/view.ts";
import { indicator, targetScope, targetTheme, targetYear } from "../targets/view.ts";
import { showAddress, writeAddress } from "../url/address.ts";
import { parseMap } from "../url/map-part.ts";
import { tool } from "../viewport/tool.ts";
import { mapView } from "../viewport/view.ts";
import { view } from "./view.ts";

const signals = {
  mapView,
  layers,
  filter,
  horizon,
  asOf,
  indicator,
  selection,
  citedParagraph,
  citedMark,
  shownParagraph,
  page,
  panoramaChain,
  gapRule,
  gapKind,
  shownGap,
  policyKind,
  investorKind,
  policyPark,
  shownPolicy,
  targetScope,
  targetTheme,
  targetYear,
  asked,
  musts,
  weights,
  unknownCounts,
  chosen,
  comparedCodes,
  notes,
  linkVersion,
  comparedRows,
  question,
  siteDraft,
  enquiry,
  tab,
  reading,
  textQuery,
  listSort,
  listScope,
  colourBy,
  statusShown,
  basemap,
  tool,
  language,
  theme,
  searchText,
};

const shown = () => Object.fromEntries(Object.entries(signals).map(([name, signal]) => [name, signal.value]));

function open(address: string): void {
  const url = new URL(address || "/", "http://map.example");
  mapView.value = null;
  showAddress(view, url.search, url.hash);
}

function showRandomView(random: () => number): void {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const some = (vocabulary: string) =>
    (vocabularies.get(vocabulary)?.terms ?? []).map(({ code }) => code).filter(() => random() < 0.3);
  const shuffled = [...defaultLayers].sort(() => random() - 0.5);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  mapView.value =
    random() < 0.2
      ? null
      : { zoom: round(1 + random() * 20, 2), lat: round(random() * 160 - 80, 4), lon: round(random() * 360 - 180, 4) };
  layers.value =
    random() < 0.3
      ? defaultLayers
      : shuffled.map(({ id }) => ({ id, visible: random() < 0.7, opacity: round(random(), 1) }));
  filter.value = {
    industry_chain: some("industry_chain"),
    plan_status: some("plan_status"),
    rest: pick([
      "",
      "investment_cny >= 1e9",
      "name_zh LIKE '50% + \"海川\" & #%' OR (a <> 'b')",
      "NOT number IN (1,2)",
    ]),
  };
  horizon.value = pick(product.horizons).year;
  indicator.value = pick([null, "retail-sales"]);
  selection.value = pick<Selection>([
    { kind: "none" },
    { kind: "industry-cluster", code: "medical-health" },
    { kind: "feature", collection: pick(defaultLayers).id, code: pick(["park-2", "project-4-1-1", "zone"]) },
  ]);
  language.value = pick(LANGUAGES);
  theme.value = pick(THEMES);
  colourBy.value = pick(DIMENSIONS);
  statusShown.value = pick(["plan", "confirmed"] as const);
  basemap.value = pick(BASEMAPS);
  tab.value = pick(TABS);
  tool.value = pick(TOOLS);
  searchText.value = pick(["", "海川路", "a&b=c#d", "50% / 2, x:y", "“”"]);
  listSort.value = pick(SORTS);
  listScope.value = pick(SCOPES);
  asOf.value = pick(["", "2026-11-30", "2026-11-30T08:00:00Z"]);
  citedParagraph.value = pick([null, "fyp14-box-4-1-item-3"]);
  citedMark.value = pick([null, "investment_cny", "=750000000~CNY", '"科创中轴', "12-30"]);
  reading.value = pick([null, "chapter-20", "fyp14-chapter-20-p3"]);
  shownParagraph.value = pick([null, "fyp14-chapter-20-p3"]);
  textQuery.value = pick(["", "科创 & 中轴"]);
  page.value = pick(PAGES);
  gapRule.value = pick([null, "boxes-missing"]);
  gapKind.value = pick([null, "not-stated"]);
  shownGap.value = pick([null, "park-5-profit"]);
  policyKind.value = pick([null, "rent-subsidy"]);
  investorKind.value = pick([null, "japan-korea"]);
  policyPark.value = pick([null, "park-2"]);
  shownPolicy.value = pick([null, "single-window"]);
  targetScope.value = pick([null, "industry-cluster"]);
  targetTheme.value = pick([null, "economy"]);
  targetYear.value = pick([null, "2025", "not-stated"]);
  panoramaChain.value = pick(["construction-machinery", "new-energy"]);
  asked.value = pick<typeof asked.value>([
    null,
    { kind: "chain", code: "biopharma" },
    { kind: "cluster", code: "medical-health" },
    { kind: "words", words: '高端液压件: 100 % & "#"' },
  ]);
  musts.value = pick<typeof musts.value>([
    [],
    [
      { code: "chain", least: null },
      { code: "revenue", least: 5e10 },
    ],
  ]);
  weights.value = pick<typeof weights.value>([{}, { "chain-fit": 0, access: 100 }]);
  unknownCounts.value = pick(UNKNOWN_COUNTS);
  chosen.value = pick([[], ["park-2", "park-10"]]);
  comparedCodes.value = pick([[], ["biopharma"], ["project-4-1-1", "project-4-4-3"]]);
  // notes of parks that are not chosen are in no link
  notes.value = chosen.value.length > 0 ? pick([{}, { "park-10": "看地 & 100 % #1, =x" }]) : {};
  comparedRows.value = pick(COMPARED_ROWS);
  enquiry.value = pick(ENQUIRY);
  siteDraft.value = pick([null, "40a1af84-f18f-40ec-9c22-edc55fa53904"]);
  question.value = pick(["", "116.612345,35.4", "116.6,35.4/116.61,35.4/116.605,35.41"]);
}

beforeEach(() => open(""));

describe("the address of a view", () => {
  it("has a signal here for every part", () => {
    expect(Object.keys(signals)).toHaveLength(view.fields.length + 1);
    expect(new Set(view.fields.map(({ name }) => name)).size).toBe(view.fields.length);
  });

  it("gives back every view it was made from", () => {
    const random = seeded(20210929);
    for (let round = 0; round < 500; round++) {
      showRandomView(random);
      const before = shown();
      const address = writeAddress(view);
      open("");
      open(address);
      expect(shown()).toEqual(before);
    }
  });

  it("is empty for the plain view", () => {
    expect(writeAddress(view)).toBe("");
  });

  it("keeps commas, slashes and colons readable", () => {
    mapView.value = { zoom: 13, lat: 35.415, lon: 116.632 };
    filter.value = { ...NO_FILTER, industry_chain: ["biopharma", "automotive"], rest: "investment_cny >= 1e9" };
    selection.value = { kind: "feature", collection: "parks", code: "park-2" };
    expect(writeAddress(view)).toBe(
      "?filter=industry_chain+IN+(%27biopharma%27,%27automotive%27)+AND+investment_cny+%3E=+1e9&select=parks/park-2#map=13/35.4150/116.6320",
    );
  });

  it("has a filter behind the # when it is too long for the line of a request", () => {
    mapView.value = { zoom: 12, lat: 35.4, lon: 116.6 };
    filter.value = { ...NO_FILTER, rest: `name_zh = '${"园".repeat(500)}'` };
    const before = shown();
    const address = writeAddress(view);
    const [query = "", hash = ""] = address.split("#");
    expect(query).not.toContain("filter");
    expect(hash).toMatch(/^map=12\/35\.4000\/116\.6000&filter=/);
    open(address);
    expect(shown()).toEqual(before);
  });

  it("ignores what it does not know", () => {
    const plain = shown();
    open(
      "/?horizon=1999&industry_chain=steel,biopharma,biopharma&plan_status=&lang=de&theme=neon&tab=secret&select=parks/../x&layers=a,b&sort=%00&utm=1#map=99/1/1",
    );
    expect(shown()).toEqual({ ...plain, filter: { ...NO_FILTER, industry_chain: ["biopharma"] } });
  });

  it("reads of a question what it can mean, and no more of it than fits", () => {
    open(
      `/?ask=chain:../x&must=revenue:-1,revenue:NaN,chain,chain,enterprises:1e99,${"a,".repeat(500)}&weights=chain-fit:-1,access:1e9,neighbours:101,target-size:30&unknown=maybe&parks=1,2,3,4,5,6&rows=none`,
    );
    expect(asked.value).toBeNull();
    expect(musts.value).toEqual([
      { code: "chain", least: null },
      { code: "a", least: null },
    ]);
    expect(weights.value).toEqual({ "target-size": 30 });
    expect(unknownCounts.value).toBe("range");
    expect(chosen.value).toEqual(["1", "2", "3", "4"]);
    expect(comparedRows.value).toBe("differences");
    open(`/?ask=q:${"长".repeat(300)}`);
    expect(asked.value).toEqual({ kind: "words", words: "长".repeat(100) });
  });

  it("still reads links from before there was one filter, and one filter goes before them", () => {
    open("?industry_chain=biopharma&plan_status=planned&filter=industry_chain='automotive'");
    expect(filter.value).toEqual({ ...NO_FILTER, industry_chain: ["automotive"], plan_status: ["planned"] });
  });

  it.each(["#map=13/95/116", "#map=0/35/116", "#map=13/35/181", "#map=13/35", "#map=x/35/116", "#map=1e3/35/116"])(
    "refuses the place %s",
    (hash) => {
      expect(parseMap(hash)).toBeNull();
    },
  );

  it("leaves the map where it is when a link does not say", () => {
    mapView.value = { zoom: 13, lat: 35.4, lon: 116.6 };
    showAddress(view, "?horizon=2035", "");
    expect(mapView.value).toEqual({ zoom: 13, lat: 35.4, lon: 116.6 });
  });
});

describe("layers in the address", () => {
  it("shows the named layers on top of the unnamed, which are off", () => {
    const states = parseLayers("roads,parks:0.5");
    expect(states.slice(-2)).toEqual([
      { id: "roads", visible: true, opacity: 1 },
      { id: "parks", visible: true, opacity: 0.5 },
    ]);
    expect(states.slice(0, -2).every((layer) => !layer.visible)).toBe(true);
    expect(states).toHaveLength(defaultLayers.length);
  });

  it("keeps the place of a layer that is switched off", () => {
    const hidden = defaultLayers.map((layer) => (layer.id === "axes" ? { ...layer, visible: false } : layer));
    expect(parseLayers(serialiseLayers(hidden))).toEqual(hidden);
  });
});
