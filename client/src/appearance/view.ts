import { computed, signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** The first is what a page opens with. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const theme = signal<Theme>(THEMES[0]);
export const themeField = choiceField("theme", theme, THEMES);

/** Not in the URL: what the system asks for when the theme is "auto". */
export const systemDark = signal(false);
/** Not in the URL: the page is being printed, and paper is light. */
export const printing = signal(false);
export const shownTheme = computed<"light" | "dark">(() => {
  if (printing.value) return "light";
  if (theme.value !== "auto") return theme.value;
  return systemDark.value ? "dark" : "light";
});
