import type { ComponentChildren } from "preact";
import { IconButton } from "../controls/icon-button.tsx";
import { usePanelFocus } from "../controls/panel-focus.ts";
import { t } from "../language/t.ts";
import { closePage, pageBefore } from "./pages.ts";
import { page } from "./view.ts";

/** The head of a page: the way back, its title, what it can do. */
export function PageHead({ title, note, children }: { title: string; note?: string; children?: ComponentChildren }) {
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
      {children}
    </div>
  );
}
