import { AccountButton } from "../../account/account-button.tsx";
import { shownTheme, THEMES, type Theme, theme } from "../../appearance/view.ts";
import { BasemapChoice } from "../../basemap/basemap-choice.tsx";
import { IconButton } from "../../controls/icon-button.tsx";
import { Icon, type IconName } from "../../controls/icons.tsx";
import { Popover } from "../../controls/popover.tsx";
import { ChoiceList } from "../../controls/radio-group.tsx";
import { HereButton } from "../../here/here-button.tsx";
import { AsOfChoice } from "../../history/as-of-choice.tsx";
import { LanguageSwitch } from "../../language/language-switch.tsx";
import { t } from "../../language/t.ts";
import { MeasureButtons } from "../../measure/measure-buttons.tsx";
import { copyLink } from "../../url/copy-link.ts";
import { ChangeButtons, NotificationButton } from "./lazy-panels.tsx";

const themeIcons: Record<Theme, IconName> = { auto: "system", light: "sun", dark: "moon" };

/** Tools and settings of the map, top right. */
export function ViewMenu() {
  return (
    <>
      <div class="surface tool-row" data-map-obstacle>
        <IconButton icon="link" name={t("view.copy_link")} onClick={() => void copyLink()} />
        <MeasureButtons />
        <HereButton />
        <Popover label={t("history.title")} buttonClass="icon-button" button={<Icon name="clock" />}>
          {(close) => <AsOfChoice done={close} />}
        </Popover>
        <Popover label={t("basemap.title")} buttonClass="icon-button" button={<Icon name="map" />}>
          {(close) => <BasemapChoice done={close} />}
        </Popover>
      </div>
      <div class="surface tool-row" data-map-obstacle>
        <Popover
          label={t("theme.title")}
          buttonClass="icon-button"
          button={<Icon name={shownTheme.value === "dark" ? "sun" : "moon"} />}
        >
          {(close) => <ThemeChoice done={close} />}
        </Popover>
        <ChangeButtons />
        <NotificationButton />
        <LanguageSwitch />
        <AccountButton />
      </div>
    </>
  );
}

function ThemeChoice({ done }: { done: () => void }) {
  return (
    <ChoiceList
      label={t("theme.title")}
      value={theme.value}
      options={THEMES.map((value) => ({
        value,
        label: (
          <>
            <Icon name={themeIcons[value]} />
            {t(`theme.${value}` as const)}
          </>
        ),
      }))}
      onChange={(value) => {
        theme.value = value;
      }}
      onPress={done}
    />
  );
}
