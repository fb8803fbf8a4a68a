import { signal } from "@preact/signals";

/** What has happened, for those who hear it: a code of the words, and its figures. `time` tells two that are alike apart. */
export type Said = { readonly code: SaidCode; readonly args: Readonly<Record<string, number>>; readonly time: number };
export type SaidCode =
  | "placed"
  | "corner"
  | "moved"
  | "chosen"
  | "deleted"
  | "finished"
  | "too_few"
  | "too_few_of_line"
  | "hole_outside"
  | "undone"
  | "redone"
  | "cleared"
  | "squared"
  | "merged"
  | "split"
  | "cut_out"
  | "inserted"
  | "drawn_on"
  | "taken"
  | "whole_moved"
  | "whole_turned"
  | "area_set"
  | "area_unreachable"
  | "part_deleted"
  | "hole_deleted"
  | "not_possible";
/** What could not be done: it is shown too, for nothing on the map says it. */
export const REFUSALS: readonly SaidCode[] = [
  "too_few",
  "too_few_of_line",
  "hole_outside",
  "not_possible",
  "area_unreachable",
];
export const said = signal<Said | null>(null);
export const say = (code: SaidCode, args: Said["args"] = {}) => {
  said.value = { code, args, time: (said.peek()?.time ?? 0) + 1 };
};
