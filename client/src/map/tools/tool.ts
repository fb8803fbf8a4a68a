import type * as L from "leaflet";
import type { Painted } from "../painting.ts";

/** What a tool does with pointer and keys while it is in hand; what it leaves out does nothing. */
export type MapTool = {
  /** The pointer over the map, as CSS names it; a tool may change it by `on.setCursor`. */
  cursor: string;
  /** Two presses zoom in, unless each of them means something. */
  zoomsByDoubleClick: boolean;
  /** A press and release at one place, by mouse or finger. */
  press?: (event: L.LeafletMouseEvent) => void;
  move?: (event: L.LeafletMouseEvent) => void;
  /** The pointer has left the map. */
  leave?: () => void;
  /** A key, wherever on the page the focus is. */
  key?: (event: KeyboardEvent) => void;
  /** The map begins to move. */
  mapMoves?: () => void;
  /** Another tool is taken in hand. */
  close?: () => void;
};

/** What the map gives to the tool in hand. */
export type ToolContext = {
  map: L.Map;
  /** What is on the map; null until it has been painted. */
  painted: () => Painted | null;
  /** From pixels of the window to pixels of what is painted. */
  offset: () => { x: number; y: number };
  /** The last pointer was a finger. */
  isFinger: () => boolean;
  setCursor: (cursor: string) => void;
  /** Lays the tool aside. */
  finish: () => void;
};

export type ToolFactory = (on: ToolContext) => MapTool;
