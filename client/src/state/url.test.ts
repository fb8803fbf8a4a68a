import { describe, expect, it } from "vitest";
import { product, vocabularies } from "../catalogue.ts";
import { seeded } from "./fixture.ts";
import { parseLayers, parseMap, parseView, serialiseLayers, serialiseView, type ViewState } from "./url.ts";
import {
  BASEMAPS,
  DIMENSIONS,
  defaultLayers,
  LANGUAGES,
  NO_FILTER,
  PAGES,
  SCOPES,
  SORTS,
  TABS,
  THEMES,
  TOOLS,
} from "./view.ts";

function randomView(random: () => number): ViewState {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const some = (vocabulary: string) =>
    (vocabularies.get(vocabulary)?.terms ?? []).map(({ code }) => code).filter(() => random() < 0.3);
  const shuffled = [...defaultLayers].sort(() => random() - 0.5);
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  return {
    map:
      random() < 0.2
        ? null
        : {
            zoom: round(1 + random() * 20, 2),
            lat: round(random() * 160 - 80, 4),
            lon: round(random() * 360 - 180, 4),
          },
    layers:
      random() < 0.3
        ? defaultLayers
        : shuffled.map(({ id }) => ({ id, visible: random() < 0.7, opacity: round(random(), 1) })),
    filter: {
      industry_chain: some("industry_chain"),
      plan_status: some("plan_status"),
      rest: pick([
        "",
        "investment_cny >= 1e9",
        "name_zh LIKE '50% + \"海川\" & #%' OR (a <> 'b')",
        "NOT number IN (1,2)",
      ]),
    },
    horizon: pick(product.horizons).year,
    selection: pick([
      { kind: "none" },
      { kind: "industry-cluster", code: "medical-health" },
      { kind: "feature", collection: pick(defaultLayers).id, code: pick(["park-2", "project-4-1-1", "zone"]) },
    ]),
    language: pick(LANGUAGES),
    theme: pick(THEMES),
    colourBy: pick(DIMENSIONS),
    basemap: pick(BASEMAPS),
    tab: pick(TABS),
    tool: pick(TOOLS),
    searchText: pick(["", "海川路", "a&b=c#d", "50% / 2, x:y", "“”"]),
    listSort: pick(SORTS),
    listScope: pick(SCOPES),
    citedParagraph: pick([null, "fyp14-box-4-1-item-3"]),
    citedMark: pick([null, "investment_cny", "=750000000~CNY", '"科创中轴', "12-30"]),
    reading: pick([null, "chapter-20", "fyp14-chapter-20-p3"]),
    shownParagraph: pick([null, "fyp14-chapter-20-p3"]),
    textQuery: pick(["", "科创 & 中轴"]),
    page: pick(PAGES),
    gapRule: pick([null, "boxes-missing"]),
    gapKind: pick([null, "not-stated"]),
    panoramaChain: pick(["construction-machinery", "new-energy"]),
  };
}

function parseAddress(address: string): ViewState {
  const url = new URL(address || "/", "http://map.example");
  return parseView(url.search, url.hash);
}

describe("the address of a view", () => {
  it("gives back every view it was made from", () => {
    const random = seeded(20210929);
    for (let round = 0; round < 500; round++) {
      const view = randomView(random);
      expect(parseAddress(serialiseView(view))).toEqual(view);
    }
  });

  it("is empty for the plain view", () => {
    expect(serialiseView(parseAddress(""))).toBe("");
  });

  it("keeps commas, slashes and colons readable", () => {
    const view = { ...parseAddress(""), map: { zoom: 13, lat: 35.415, lon: 116.632 } };
    const chosen: ViewState = {
      ...view,
      filter: { ...NO_FILTER, industry_chain: ["biopharma", "automotive"], rest: "investment_cny >= 1e9" },
      selection: { kind: "feature", collection: "parks", code: "park-2" },
    };
    expect(serialiseView(chosen)).toBe(
      "?filter=industry_chain+IN+(%27biopharma%27,%27automotive%27)+AND+investment_cny+%3E=+1e9&select=parks/park-2#map=13/35.4150/116.6320",
    );
  });

  it("has a filter behind the # when it is too long for the line of a request", () => {
    const rest = `name_zh = '${"园".repeat(500)}'`;
    const view = { ...parseView("", "#map=12/35.4000/116.6000"), filter: { ...NO_FILTER, rest } };
    const [query = "", hash = ""] = serialiseView(view).split("#");
    expect(query).not.toContain("filter");
    expect(parseView(query, `#${hash}`)).toEqual(view);
  });

  it("ignores what it does not know", () => {
    const odd =
      "/?horizon=1999&industry_chain=steel,biopharma,biopharma&plan_status=&lang=de&theme=neon&tab=secret&select=parks/../x&layers=a,b&sort=%00&utm=1#map=99/1/1";
    expect(parseAddress(odd)).toEqual({
      ...parseAddress("/"),
      filter: { ...NO_FILTER, industry_chain: ["biopharma"] },
    });
  });

  it("still reads links from before there was one filter, and one filter goes before them", () => {
    const both = "?industry_chain=biopharma&plan_status=planned&filter=industry_chain='automotive'";
    expect(parseAddress(both).filter).toEqual({
      ...NO_FILTER,
      industry_chain: ["automotive"],
      plan_status: ["planned"],
    });
  });

  it.each(["#map=13/95/116", "#map=0/35/116", "#map=13/35/181", "#map=13/35", "#map=x/35/116", "#map=1e3/35/116"])(
    "refuses the place %s",
    (hash) => {
      expect(parseMap(hash)).toBeNull();
    },
  );
});

describe("layers in the address", () => {
  it("shows the named layers on top of the unnamed, which are off", () => {
    const layers = parseLayers("roads,parks:0.5");
    expect(layers.slice(-2)).toEqual([
      { id: "roads", visible: true, opacity: 1 },
      { id: "parks", visible: true, opacity: 0.5 },
    ]);
    expect(layers.slice(0, -2).every((layer) => !layer.visible)).toBe(true);
    expect(layers).toHaveLength(defaultLayers.length);
  });

  it("keeps the place of a layer that is switched off", () => {
    const hidden = defaultLayers.map((layer) => (layer.id === "axes" ? { ...layer, visible: false } : layer));
    expect(parseLayers(serialiseLayers(hidden))).toEqual(hidden);
  });
});
