import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, it } from "vitest";
import { feature } from "../features/fixture.ts";
import { collections } from "../features/plan.ts";
import { SearchBox } from "./search-box.tsx";
import { searchText } from "./view.ts";

const place = document.createElement("div");
const field = () => place.querySelector("input") as HTMLInputElement;
const press = (key: string) =>
  act(() => {
    field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
const marked = () => place.querySelector('[aria-selected="true"]')?.textContent;

afterEach(() => {
  render(null, place);
  collections.value = new Map();
  searchText.value = "";
});

it("keeps the mark on the row that was walked to, whatever comes to stand before it", async () => {
  const road = (code: string, name_zh: string) => feature(code, { name_zh });
  collections.value = new Map([["roads", [road("a", "崇文大道一"), road("b", "崇文大道二")]]]);
  await act(() => render(h(SearchBox, { shortcut: false }), place));
  await act(() => {
    field().value = "崇文大道";
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(marked()).toContain("崇文大道一");
  await press("ArrowDown");
  expect(marked()).toContain("崇文大道二");

  collections.value = new Map([["axes", [road("c", "崇文大道")]], ...collections.value]);
  await act(() => {});
  expect(marked()).toContain("崇文大道二");
  await press("ArrowUp");
  await press("ArrowUp");
  expect(marked()).toBe("崇文大道轴");
});
