import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { FileButton } from "../../controls/file-button.tsx";
import { Icon } from "../../controls/icons.tsx";
import { change, takeMode } from "../../drawing/editor.ts";
import { t } from "../../language/t.ts";
import { MOST_BYTES, type ReadFile, readDrawing } from "./read-file.ts";

type Said = { code: ReadFile["said"] | "file_too_large"; name: string };

/** A file that is dropped anywhere on the page, or chosen. It is read here and goes nowhere but into the question. */
export function FileDrop() {
  const said = useSignal<Said | null>(null);
  const isOver = useSignal(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      said.value = { code: "file_too_large", name: file.name };
      return;
    }
    const read = readDrawing(new Uint8Array(await file.arrayBuffer()));
    said.value = { code: read.said, name: file.name };
    if (!read.drawn) return;
    // a step like any other: undo brings back what was drawn
    change({ kind: "replace", geometry: read.drawn });
    takeMode("edit");
  };
  useEffect(() => {
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      isOver.value = true;
    };
    const out = (event: DragEvent) => {
      if (!event.relatedTarget) isOver.value = false;
    };
    const drop = (event: DragEvent) => {
      if (!isFile(event)) return;
      event.preventDefault();
      isOver.value = false;
      void take(event.dataTransfer?.files[0]);
    };
    const listeners = { dragover: over, dragleave: out, drop } as const;
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as (event: Event) => void);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener as (event: Event) => void);
    };
  }, []);
  return (
    <div class="here-file" data-over={isOver.value}>
      <FileButton accept=".geojson,.json,.kml,.gpx" take={([file]) => void take(file)}>
        <Icon name="upload" size={16} />
        {t(isOver.value ? "here.drop" : "here.file")}
      </FileButton>
      <span class="note" role="status">
        {said.value && t(`here.${said.value.code}` as const, { name: said.value.name })}
      </span>
    </div>
  );
}
