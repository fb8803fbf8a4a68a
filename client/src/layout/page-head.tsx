import type { ComponentChildren } from "preact";
import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { FallbackSign } from "../language/fallback-sign.tsx";
import { LanguageButton } from "../language/language-switch.tsx";
import { t } from "../language/t.ts";
import { width } from "./layout.ts";
import { closePage, pageBefore } from "./pages.ts";
import { page } from "./view.ts";

type Props = {
  title: string;
  note?: string;
  /** Whether the page speaks the languages of investors too. */
  translated?: boolean;
  children?: ComponentChildren;
};

/** The head of a page: the way back, its title, what it can do. */
export function PageHead({ title, note, translated = false, children }: Props) {
  const heading = usePanelFocus("page");
  return (
    <div class="page-head">
      <IconButton
        icon="left"
        name={t(pageBefore(page.value) === "map" ? "gaps.close" : "compare.back")}
        onClick={closePage}
      />
      <div class="page-title">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {note && <span>{note}</span>}
      </div>
      {!translated && <FallbackSign />}
      {translated && (width.value === "phone" || page.value === "compare") && <LanguageButton />}
      {children}
    </div>
  );
}
