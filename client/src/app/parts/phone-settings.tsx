import { AccountButton } from "../../account/account-button.tsx";
import { account } from "../../account/session.ts";
import { THEMES, theme } from "../../appearance/view.ts";
import { BasemapChoice } from "../../basemap/basemap-choice.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { Switch } from "../../controls/radio-group.tsx";
import { HereButton } from "../../here/here-button.tsx";
import { AsOfChoice } from "../../history/as-of-choice.tsx";
import { LanguageSwitch } from "../../language/language-switch.tsx";
import { t } from "../../language/t.ts";
import { noticeText } from "../../layout/notice-text.ts";
import { MeasureButtons } from "../../measure/measure-buttons.tsx";
import { copyLink } from "../../url/copy-link.ts";
import { ChangeButtons, NotificationButton } from "./lazy-panels.tsx";

/** What stands at the top right of a wide window has one button on a small one. */
export function PhoneSettings({ done }: { done: () => void }) {
  const copy = () => {
    // what it says of the link stands over the map
    done();
    void copyLink();
  };
  return (
    <div class="phone-settings">
      <div class="phone-settings-row">
        <span>{t("measure.title")}</span>
        <span>
          <MeasureButtons />
          <HereButton onOpen={done} />
          <IconButton icon="link" name={t("view.copy_link")} onClick={copy} />
        </span>
      </div>
      <div class="phone-settings-row">
        <span>{t("language.title")}</span>
        <LanguageSwitch />
      </div>
      <div class="phone-settings-row">
        <span>{account.value?.name ?? t("account.title")}</span>
        <span>
          <ChangeButtons done={done} />
          <NotificationButton done={done} />
          <AccountButton />
        </span>
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
      <span>{t("history.title")}</span>
      <AsOfChoice done={done} />
      <span>{t("basemap.title")}</span>
      <BasemapChoice done={done} />
      <p class="note">{noticeText()}</p>
    </div>
  );
}
