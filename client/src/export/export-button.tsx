import { IconButton } from "../controls/icon-button.tsx";
import { collectionTitle } from "../language/names.ts";
import { t } from "../language/t.ts";
import { openExport } from "./export-file.ts";

export function ExportButton({ collection }: { collection: string }) {
  const label = t("export.title", { name: collectionTitle(collection) });
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
