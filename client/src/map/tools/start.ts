import { effect, untracked } from "@preact/signals";
import type * as L from "leaflet";
import { NO_TOOL, tool } from "../../viewport/tool.ts";
import { tools } from "../tools.ts";
import { fitZone } from "../view-sync.ts";
import type { MapTool, ToolContext } from "./tool.ts";

/** Hands pointer and keys to the tool in hand. */
export function startTools(map: L.Map, on: Pick<ToolContext, "painted" | "offset">): () => void {
  const container = map.getContainer();
  let isFinger = false;
  let inHand: MapTool | null = null;

  const context: ToolContext = {
    ...on,
    map,
    isFinger: () => isFinger,
    setCursor: (cursor) => {
      container.style.cursor = cursor;
    },
    finish: () => {
      tool.value = NO_TOOL;
    },
  };
  const take = (name: string) => {
    inHand?.close?.();
    inHand = tools[name]?.(context) ?? null;
    context.setCursor(inHand?.cursor ?? "");
    if (inHand?.zoomsByDoubleClick ?? true) map.doubleClickZoom.enable();
    else map.doubleClickZoom.disable();
  };

  const onMap: L.LeafletEventHandlerFnMap = {
    click: (event) => inHand?.press?.(event),
    mousemove: (event) => inHand?.move?.(event),
    mouseout: () => inHand?.leave?.(),
    movestart: () => inHand?.mapMoves?.(),
    zoomstart: () => inHand?.mapMoves?.(),
  };
  const onPointer = (event: PointerEvent) => {
    isFinger = event.pointerType === "touch";
  };
  const onKey = (event: KeyboardEvent) => inHand?.key?.(event);
  map.on(onMap);
  container.addEventListener("pointerdown", onPointer, true);
  container.addEventListener("pointermove", onPointer, true);
  container.addEventListener("keydown", onMapKey);
  document.addEventListener("keydown", onKey);
  const stop = effect(() => {
    const name = tool.value;
    untracked(() => take(name));
  });

  /** Keys of the map itself, whatever is in hand: `0` shows the whole zone. */
  function onMapKey(event: KeyboardEvent): void {
    if (event.key !== "0" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    fitZone(map, true);
  }

  return () => {
    stop();
    inHand?.close?.();
    map.off(onMap);
    container.removeEventListener("pointerdown", onPointer, true);
    container.removeEventListener("pointermove", onPointer, true);
    container.removeEventListener("keydown", onMapKey);
    document.removeEventListener("keydown", onKey);
  };
}
