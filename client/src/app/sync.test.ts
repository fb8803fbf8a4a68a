import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_FILTER } from "../filter/filter.ts";
import { filter } from "../filter/view.ts";
import { horizon } from "../horizon/view.ts";
import { layers } from "../layers/view.ts";
import { searchText } from "../search/view.ts";
import { startUrlSync } from "../url/sync.ts";
import { mapView } from "../viewport/view.ts";
import { view } from "./view.ts";

let stop: () => void = () => {};
beforeEach(() => {
  history.replaceState(null, "", "/?horizon=2035#map=13/35.4150/116.6320");
  stop = startUrlSync(view);
});
afterEach(() => {
  stop();
  history.replaceState(null, "", "/");
  startUrlSync(view)();
});

describe("the address bar", () => {
  it("is read once at the start", () => {
    expect(horizon.value).toBe(2035);
    expect(mapView.value).toEqual({ zoom: 13, lat: 35.415, lon: 116.632 });
  });

  it("takes a step for a choice", () => {
    const before = history.length;
    filter.value = { ...NO_FILTER, industry_chain: ["biopharma"] };
    expect(location.search).toBe("?filter=industry_chain+=+%27biopharma%27&horizon=2035");
    expect(history.length).toBe(before + 1);
  });

  it("follows panning, typing and opacity without a step", () => {
    const before = history.length;
    mapView.value = { zoom: 14, lat: 35.4, lon: 116.6 };
    searchText.value = "路";
    layers.value = layers.value.map((layer) => ({ ...layer, opacity: 0.5 }));
    expect(location.hash).toBe("#map=14/35.4000/116.6000");
    expect(location.search).toContain("q=%E8%B7%AF");
    expect(history.length).toBe(before);
  });

  it("shows the view of the address that back or a changed link brings, and leaves it as it is", () => {
    history.replaceState(null, "", "/?horizon=2020&nonsense=1");
    const before = history.length;
    window.dispatchEvent(new PopStateEvent("popstate"));
    expect(horizon.value).toBe(2020);
    expect(history.length).toBe(before);
  });
});
