import { inLanguage } from "../../i18n/names.ts";
import { t } from "../../i18n/t.ts";
import { definitionOf } from "../../state/plan.ts";
import { IconButton } from "../controls/icon-button.tsx";
import { openExport } from "./export-file.ts";

export function ExportButton({ collection }: { collection: string }) {
  const definition = definitionOf(collection);
  const label = t("export.title", { name: definition ? inLanguage(definition.title) : collection });
  return (
    <IconButton
      icon="download"
      class="layer-export"
      name={label}
      size={16}
      small
      aria-haspopup="dialog"
      onClick={() => openExport(collection)}
    />
  );
}
