import * as L from "leaflet";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_TOOL, tool } from "../../viewport/tool.ts";
import { tools } from "../tools.ts";
import { startTools } from "./start.ts";
import type { ToolFactory } from "./tool.ts";

/** A tool more: one line in the table is all that the map needs to know of it. */
const done: string[] = [];
const probe: ToolFactory = ({ finish }) => ({
  cursor: "crosshair",
  zoomsByDoubleClick: false,
  press: () => done.push("press"),
  move: () => done.push("move"),
  leave: () => done.push("leave"),
  key: ({ key }) => (key === "Escape" ? finish() : done.push(key)),
  close: () => done.push("close"),
});

let map: L.Map;
let stop: () => void;

beforeEach(() => {
  Object.assign(tools, { probe });
  done.length = 0;
  tool.value = NO_TOOL;
  map = L.map(document.body.appendChild(document.createElement("div"))).setView([35.4, 116.7], 12);
  stop = startTools(map, { painted: () => null, offset: () => ({ x: 0, y: 0 }) });
});

afterEach(() => {
  stop();
  map.remove();
});

const mouse = (kind: string) => map.fire(kind, { latlng: L.latLng(35.4, 116.7), containerPoint: L.point(1, 1) });
const press = (key: string) => document.dispatchEvent(new KeyboardEvent("keydown", { key }));

test("a tool has pointer and keys while it is in hand", () => {
  mouse("click");
  press("a");
  expect(done).toEqual([]);
  tool.value = "probe";
  for (const kind of ["click", "mousemove", "mouseout"]) mouse(kind);
  press("a");
  expect(done).toEqual(["press", "move", "leave", "a"]);
  expect(map.getContainer().style.cursor).toBe("crosshair");
  expect(map.doubleClickZoom.enabled()).toBe(false);
});

test("a tool that lays itself aside is closed, and the map is as before", () => {
  tool.value = "probe";
  press("Escape");
  mouse("click");
  expect(done).toEqual(["close"]);
  expect(tool.value).toBe(NO_TOOL);
  expect(map.getContainer().style.cursor).toBe("");
  expect(map.doubleClickZoom.enabled()).toBe(true);
});

test("the tool in hand goes with the map", () => {
  tool.value = "probe";
  stop();
  press("a");
  expect(done).toEqual(["close"]);
});
