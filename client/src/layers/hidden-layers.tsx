import { Icon } from "../controls/icons.tsx";
import { formatNumber } from "../language/format.ts";
import { collectionTitle } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { setVisible } from "./layers.ts";
import "./hidden-layers.css";

/** What is meant lies in layers that are switched off: each is named, with how much of it there is where that is a number, and one press shows it. */
export function HiddenLayers({ of }: { of: readonly { collection: string; count?: number }[] }) {
  if (of.length === 0) return null;
  return (
    <ul class="hidden-layers">
      {of.map(({ collection, count }) => {
        const name = collectionTitle(collection);
        return (
          <li key={collection}>
            <Icon name="eyeOff" size={16} />
            <span>
              {count === undefined
                ? t("layers.hidden", { name })
                : t("layers.hidden_with", { name, count: formatNumber(count, language.value) })}
            </span>
            <button
              type="button"
              class="button button-quiet"
              aria-label={t("layers.show_named", { name })}
              onClick={() => setVisible(collection, true)}
            >
              {t("layers.show")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
