import { focusSoon } from "../controls/panel-focus.ts";
import { setLeftPanel, width } from "./layout.ts";
import { sheetStop } from "./sheet.ts";
import { page, type Tab, tab } from "./view.ts";

/** Opens a tab wherever it is, and puts the focus on what `focus` selects in it. */
export function showTab(next: Tab, focus?: string): void {
  page.value = "map";
  tab.value = next;
  if (width.value === "phone") sheetStop.value = "half";
  else setLeftPanel("open");
  if (focus) focusSoon(focus);
}
