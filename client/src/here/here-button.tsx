import { IconButton } from "../controls/icon-button.tsx";
import { t } from "../language/t.ts";
import { closePage, openPage } from "../layout/pages.ts";
import { PAGES, page } from "../layout/view.ts";

/** The way to the page, among the tools of the map. */
export function HereButton({ onOpen }: { onOpen?: () => void }) {
  if (!PAGES.includes("here")) return null;
  const isOpen = page.value === "here";
  const press = () => {
    onOpen?.();
    if (isOpen) closePage();
    else openPage("here");
  };
  return <IconButton icon="ask" name={t("here.title")} aria-pressed={isOpen} onClick={press} />;
}
