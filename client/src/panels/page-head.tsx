import type { ComponentChildren } from "preact";
import { t } from "../i18n/t.ts";
import { page } from "../state/view.ts";
import { Icon } from "./controls/icons.tsx";

/** The head of a page: the way back, its title, what it can do. */
export function PageHead({ title, note, children }: { title: string; note?: string; children?: ComponentChildren }) {
  return (
    <div class="page-head">
      <button
        type="button"
        class="icon-button"
        aria-label={t("gaps.close")}
        title={t("gaps.close")}
        onClick={() => {
          page.value = "map";
        }}
      >
        <Icon name="left" />
      </button>
      <div class="page-title">
        <h2>{title}</h2>
        {note && <span>{note}</span>}
      </div>
      {children}
    </div>
  );
}
