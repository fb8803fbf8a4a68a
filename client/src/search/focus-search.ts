import { sheetStop } from "../layout/sheet.ts";

/** The box that is on screen, whichever it is. */
export function focusSearch(): void {
  const find = () => document.querySelector<HTMLInputElement>("[data-search]");
  // a sheet that is all the way out may have taken its place
  if (!find()) sheetStop.value = "peek";
  const focus = () => {
    find()?.focus();
    find()?.select();
  };
  if (find()) focus();
  else requestAnimationFrame(focus);
}
