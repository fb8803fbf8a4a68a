import { product } from "../../catalogue.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { focusSoon } from "../../controls/panel-focus.ts";
import { FallbackSign } from "../../language/fallback-sign.tsx";
import { inLanguage } from "../../language/names.ts";
import { t } from "../../language/t.ts";
import { setLeftPanel } from "../../layout/layout.ts";
import { noticeText } from "../../layout/notice-text.ts";

/** The seal is the product's mark: four characters of the place in relief on cinnabar. */
export function Seal({ size = 34 }: { size?: number }) {
  return (
    <svg class="seal" width={size} height={size} viewBox="0 0 34 34" aria-hidden="true">
      <rect width="34" height="34" rx="7" fill="var(--seal)" />
      <rect x="2.6" y="2.6" width="28.8" height="28.8" rx="4.6" fill="none" stroke="#fff" stroke-opacity=".45" />
      <g fill="#fff" font-family="var(--song)" font-weight="700" font-size="13" text-anchor="middle">
        <text x="10.400" y="15.600">
          济
        </text>
        <text x="23.600" y="15.600">
          宁
        </text>
        <text x="10.400" y="28.400">
          高
        </text>
        <text x="23.600" y="28.400">
          新
        </text>
      </g>
    </svg>
  );
}

function fold(): void {
  setLeftPanel("folded");
  focusSoon("[data-unfold] button");
}

export function PanelHeader() {
  return (
    <header class="panel-header">
      <Seal />
      <div class="panel-titles">
        <h1>
          {inLanguage(product.place)}
          <span>{inLanguage(product.title)}</span>
        </h1>
        <p>{t("product.subtitle", { notice: noticeText(), date: product.status_as_of.slice(0, 7) })}</p>
      </div>
      <FallbackSign />
      <IconButton icon="fold" name={t("panel.fold")} onClick={fold} />
    </header>
  );
}
