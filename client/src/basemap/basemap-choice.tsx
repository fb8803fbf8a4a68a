import { ChoiceList } from "../controls/radio-group.tsx";
import { online } from "../features/load.ts";
import { type Key, t } from "../language/t.ts";
import { clientConfig } from "./config.ts";
import { BASEMAPS, type Basemap, basemap } from "./view.ts";

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
