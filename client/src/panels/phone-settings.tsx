import { t } from "../i18n/t.ts";
import { THEMES, theme } from "../state/view.ts";
import { IconButton } from "./controls/icon-button.tsx";
import { Switch } from "./controls/radio-group.tsx";
import { copyLink } from "./copy-link.ts";
import { noticeText } from "./header.tsx";
import { BasemapChoice, LanguageSwitch, MeasureButtons } from "./view-menu.tsx";

/** What stands at the top right of a wide window has its place in the sheet. */
export function PhoneSettings() {
  return (
    <section class="phone-settings" aria-label={t("view.settings")}>
      <div class="section-head">
        <h2>{t("view.settings")}</h2>
        <span>{noticeText()}</span>
      </div>
      <div class="phone-settings-row">
        <span>{t("theme.title")}</span>
        <Switch
          label={t("theme.title")}
          value={theme.value}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}` as const) }))}
          onChange={(value) => {
            theme.value = value;
          }}
        />
      </div>
      <div class="phone-settings-row">
        <span>{t("language.title")}</span>
        <LanguageSwitch />
      </div>
      <div class="phone-settings-row">
        <span>{t("measure.title")}</span>
        <span>
          <MeasureButtons />
          <IconButton icon="link" name={t("view.copy_link")} onClick={() => void copyLink()} />
        </span>
      </div>
      <span>{t("basemap.title")}</span>
      <BasemapChoice />
    </section>
  );
}
