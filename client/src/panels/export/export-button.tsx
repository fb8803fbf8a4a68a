import { inLanguage } from "../../i18n/names.ts";
import { t } from "../../i18n/t.ts";
import { definitionOf } from "../../state/plan.ts";
import { Icon } from "../controls/icons.tsx";
import { openExport } from "./export-file.ts";

export function ExportButton({ collection }: { collection: string }) {
  const definition = definitionOf(collection);
  const label = t("export.title", { name: definition ? inLanguage(definition.title) : collection });
  return (
    <button
      type="button"
      class="icon-button small layer-export"
      aria-label={label}
      title={label}
      aria-haspopup="dialog"
      onClick={() => openExport(collection)}
    >
      <Icon name="download" size={16} />
    </button>
  );
}
