import type * as L from "leaflet";
import { lazyPart } from "../../api/lazy-part.ts";
import type { MapTool, ToolContext } from "./tool.ts";

const drawPart = lazyPart(() => import("../draw/start.ts"));

/** Drawing comes when somebody draws; what is pressed until then is done when it is there. */
export function drawTool(on: ToolContext): MapTool {
  let drawing: MapTool | null = null;
  let isClosed = false;
  const pressed: L.LeafletMouseEvent[] = [];
  void drawPart().then(({ startDrawing }) => {
    if (isClosed) return;
    drawing = startDrawing(on);
    for (const event of pressed) drawing.press?.(event);
  });
  return {
    cursor: "crosshair",
    zoomsByDoubleClick: false,
    press(event) {
      if (drawing) drawing.press?.(event);
      else pressed.push(event);
    },
    move: (event) => drawing?.move?.(event),
    leave: () => drawing?.leave?.(),
    key: (event) => drawing?.key?.(event),
    close() {
      isClosed = true;
      drawing?.close?.();
    },
  };
}
