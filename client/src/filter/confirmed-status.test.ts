import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import { largeCollections } from "../features/large.ts";
import { PROJECTS } from "../features/plan.ts";
import { statusShown } from "../features/status-shown.ts";
import { t } from "../language/t.ts";
import { ConfirmedStatus } from "./confirmed-status.tsx";

const place = document.createElement("div");

afterEach(() => {
  render(null, place);
  statusShown.value = "plan";
  largeCollections.value = new Map();
});

it("says that tiles are drawn as the plan says, where the map is drawn from them", async () => {
  statusShown.value = "confirmed";
  await act(() => render(h(ConfirmedStatus, null), place));
  expect(place.textContent).not.toContain(t("confirmed.not_in_tiles"));
  await act(() => {
    largeCollections.value = new Map([[PROJECTS, { countedToZoom: 11 }]]);
  });
  expect(place.textContent).toContain(t("confirmed.not_in_tiles"));
});
