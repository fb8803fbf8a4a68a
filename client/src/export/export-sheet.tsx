import { useSignal } from "@preact/signals";
import { definitionOf } from "../catalogue.ts";
import { Dialog } from "../controls/dialog.tsx";
import { Icon } from "../controls/icons.tsx";
import { isFiltered } from "../features/plan.ts";
import { filterOf, filterParameters } from "../filter/query.ts";
import { horizon } from "../horizon/view.ts";
import { inLanguage } from "../language/names.ts";
import { problemText } from "../language/problem-text.ts";
import { isKey, type Key, t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { copyText } from "../notices/copy-text.ts";
import { closeExport, exportOf, exportState, saveFile, stopExport } from "./export-file.ts";
import {
  EXPORT_CRS,
  EXPORT_FORMATS,
  type ExportCrs,
  type ExportFormat,
  exportAddress,
  itemsAddress,
} from "./requests.ts";
import "./export-sheet.css";

const names: Readonly<Record<ExportFormat, string>> = {
  gpkg: "GeoPackage",
  geojson: "GeoJSON",
  shp: "Shapefile",
  xlsx: "Excel",
  csv: "CSV",
  dxf: "DXF",
  kml: "KML",
  fgb: "FlatGeobuf",
};

/** One layer, as it is filtered now, in the format somebody uses. */
export function ExportSheet() {
  const collection = exportOf.value;
  const definition = collection === null ? undefined : definitionOf(collection);
  return (
    <Dialog
      open={collection !== null}
      title={t("export.title", { name: definition ? inLanguage(definition.title) : "" })}
      name="export-sheet"
      close={closeExport}
    >
      {() => collection !== null && <Choices collection={collection} />}
    </Dialog>
  );
}

function Choices({ collection }: { collection: string }) {
  const crs = useSignal<ExportCrs | "">("");
  const query = filterParameters(collection);
  const filter = filterOf(collection);
  const how = crs.value === "" ? {} : { crs: crs.value };
  const link = (format: ExportFormat, encoding?: "gbk") => (
    <ExportLink
      key={`${format}${encoding ?? ""}`}
      name={encoding ? t("export.shp_gbk") : names[format]}
      note={noteOf(format)}
      href={exportAddress(collection, format, query, { ...how, encoding })}
    />
  );
  return (
    <>
      <p class="note">
        {t(filter !== "" ? "export.under_filter" : isFiltered.value ? "export.everything" : "export.no_filter", {
          year: horizon.value,
        })}
      </p>
      {filter !== "" && <code class="export-filter">{filter}</code>}
      <label class="export-crs">
        <span>{t("export.crs")}</span>
        <select
          value={crs.value}
          onChange={(event) => {
            crs.value = EXPORT_CRS.find((known) => known === event.currentTarget.value) ?? "";
          }}
        >
          <option value="">{t("export.crs_usual")}</option>
          {EXPORT_CRS.map((code) => (
            <option key={code} value={code}>
              {t(`export.${code.toLowerCase().replace(":", "_")}` as Key)}
            </option>
          ))}
        </select>
      </label>
      <div class="export-formats">
        {EXPORT_FORMATS.flatMap((format) => (format === "shp" ? [link(format), link(format, "gbk")] : [link(format)]))}
      </div>
      <div class="export-more">
        <ExportLink
          name={t("export.qgis")}
          note={t("export.note_qgis")}
          href={`${exportAddress(collection, "qlr", query)}&lang=${language.value}`}
        />
        <button
          type="button"
          class="choice"
          onClick={async () => {
            await copyText(itemsAddress(collection, query), "toast.copied");
            closeExport();
          }}
        >
          <Icon name="link" size={15} />
          {t("export.copy")}
        </button>
      </div>
      <ExportNote />
    </>
  );
}

/** A link, so that it can be copied and opened elsewhere; a press fetches the file, and says why when there is none. */
function ExportLink({ name, note, href }: { name: string; note: string; href: string }) {
  return (
    <a
      class="choice"
      href={href}
      download
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void saveFile(href, name);
      }}
    >
      <Icon name="download" size={15} />
      <span>
        {name}
        {note && <small>{note}</small>}
      </span>
    </a>
  );
}

/** What became of the file; spoken too. */
function ExportNote() {
  const state = exportState.value;
  return (
    <p class="export-note" data-state={state.kind} role="status">
      {state.kind === "running" && t("export.running", { name: state.name })}
      {state.kind === "done" && t("export.done", { name: state.name })}
      {state.kind === "failed" && t("export.failed", { name: state.name, problem: problemText(state.problem) })}
      {state.kind === "running" && (
        <button type="button" class="button button-quiet" onClick={stopExport}>
          {t("export.cancel")}
        </button>
      )}
    </p>
  );
}

function noteOf(format: ExportFormat): string {
  const key = `export.note_${format}`;
  return isKey(key) ? t(key as Key) : "";
}
