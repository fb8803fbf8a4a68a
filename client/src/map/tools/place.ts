import { effect } from "@preact/signals";
import { pickedPlace } from "../../viewport/map-link.ts";
import { createSketch } from "./sketch.ts";
import type { MapTool, ToolContext } from "./tool.ts";

/** A press says where something is; Enter takes the middle of the map, Esc lays the tool aside. */
export function placeTool({ map, finish }: ToolContext): MapTool {
  const sketch = createSketch(map, "measure-sheet", () => {
    const picked = pickedPlace.peek();
    if (!picked) return "";
    const { x, y } = map.latLngToContainerPoint([picked[1], picked[0]]);
    return `<circle cx="${x}" cy="${y}" r="7" fill="none" stroke="currentColor" stroke-width="3"/><circle cx="${x}" cy="${y}" r="2" fill="currentColor"/>`;
  });
  const stop = effect(() => {
    void pickedPlace.value;
    sketch.repaint();
  });
  return {
    cursor: "crosshair",
    zoomsByDoubleClick: false,
    press({ latlng }) {
      pickedPlace.value = [latlng.lng, latlng.lat];
    },
    key(event) {
      if (event.key === "Escape") finish();
      else if (event.key === "Enter" && event.target === map.getContainer()) {
        const { lat, lng } = map.getCenter();
        pickedPlace.value = [lng, lat];
      }
    },
    close() {
      stop();
      sketch.remove();
    },
  };
}
