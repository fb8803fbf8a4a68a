import { type Key, t } from "../i18n/t.ts";
import { clientConfig, online } from "../state/load.ts";
import {
  BASEMAPS,
  type Basemap,
  basemap,
  type Language,
  language,
  shownTheme,
  THEMES,
  type Theme,
  type Tool,
  theme,
  tool,
} from "../state/view.ts";
import { IconButton } from "./controls/icon-button.tsx";
import { Icon, type IconName } from "./controls/icons.tsx";
import { Popover } from "./controls/popover.tsx";
import { ChoiceList, Switch } from "./controls/radio-group.tsx";
import { copyLink } from "./copy-link.ts";

const themeIcons: Record<Theme, IconName> = { auto: "system", light: "sun", dark: "moon" };
const measures: readonly { tool: Exclude<Tool, "none">; icon: IconName; key: "measure.line" | "measure.area" }[] = [
  { tool: "measure-line", icon: "ruler", key: "measure.line" },
  { tool: "measure-area", icon: "area", key: "measure.area" },
];

/** Tools and settings of the map, top right. */
export function ViewMenu() {
  return (
    <>
      <div class="surface tool-row" data-map-obstacle>
        <IconButton icon="link" name={t("view.copy_link")} onClick={() => void copyLink()} />
        <MeasureButtons />
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
        <LanguageSwitch />
      </div>
    </>
  );
}

export function MeasureButtons() {
  return (
    <>
      {measures.map(({ tool: wanted, icon, key }) => (
        <IconButton
          key={wanted}
          icon={icon}
          name={t(key)}
          aria-pressed={tool.value === wanted}
          onClick={() => {
            tool.value = tool.value === wanted ? "none" : wanted;
          }}
        />
      ))}
    </>
  );
}

export function LanguageSwitch() {
  return (
    <Switch<Language>
      label={t("language.title")}
      value={language.value}
      options={[
        { value: "zh", label: <span lang="zh">中</span>, name: "中文" },
        { value: "en", label: <span lang="en">EN</span>, name: "English" },
      ]}
      onChange={(value) => {
        language.value = value;
      }}
    />
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

/** Why a base map cannot be had here and now; null when it can. */
function whyNot(value: Basemap): Key | null {
  if (value === "plan") return null;
  if (value === "tianditu" && !clientConfig.value.tiandituKey) return "basemap.no_key";
  if (value === "osm" && !clientConfig.value.openStreetMap) return "basemap.switched_off";
  return online.value ? null : "basemap.offline";
}

/** The plan's own ground needs no network; the others say what they need. */
export function BasemapChoice({ done }: { done?: () => void }) {
  return (
    <ChoiceList
      label={t("basemap.title")}
      value={basemap.value}
      options={BASEMAPS.map((value) => {
        const why = whyNot(value);
        return {
          value,
          disabled: why !== null,
          label: (
            <span>
              {t(`basemap.${value}` as const)}
              <small>{t(why ?? (`basemap.${value}_note` as const))}</small>
            </span>
          ),
        };
      })}
      onChange={(value) => {
        basemap.value = value;
      }}
      onPress={done}
    />
  );
}
