import { batch, signal } from "@preact/signals";
import { openPage } from "../layout/pages.ts";
import { panoramaChain } from "./view.ts";

/** The lists of a panorama that something else leads to. */
export const LISTS = ["projects", "enterprises", "institutes", "gaps"] as const;
export type List = (typeof LISTS)[number];

/** The list that the panorama begins with, until it has come into view; null for its top. */
export const wantedList = signal<List | null>(null);

export function openPanorama(chain: string, list: List | null = null): void {
  batch(() => {
    panoramaChain.value = chain;
    wantedList.value = list;
    openPage("panorama");
  });
}
