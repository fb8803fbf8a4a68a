import type * as L from "leaflet";
import type { Box } from "../geo/line.ts";

/** What is painted at once: the view and a margin around it, in pixels of the world at its zoom. */
export type Frame = {
  zoom: number;
  left: number;
  top: number;
  width: number;
  height: number;
  marginX: number;
  marginY: number;
};

/** Share of the view on each side: enough for a short pan, and not much more to paint than what is seen. */
const MARGIN = 0.2;

/** The frame for the view as it is now. */
export function frameOf(map: L.Map): Frame {
  const size = map.getSize();
  const marginX = Math.round(size.x * MARGIN);
  const marginY = Math.round(size.y * MARGIN);
  const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([-marginX, -marginY]).round());
  return {
    zoom: map.getZoom(),
    left: x,
    top: y,
    width: size.x + 2 * marginX,
    height: size.y + 2 * marginY,
    marginX,
    marginY,
  };
}

/** How much of the margin a view leaves where it is narrowest, as a share; less than nothing when it is used up. */
export function marginLeft(frame: Frame, { left, top, right, bottom }: Box): number {
  const across = Math.min(left, frame.width - right) / Math.max(1, frame.marginX);
  const down = Math.min(top, frame.height - bottom) / Math.max(1, frame.marginY);
  return Math.min(across, down);
}

export const boxOfFrame = (frame: Frame | null): Box => ({
  left: 0,
  top: 0,
  right: frame?.width ?? 0,
  bottom: frame?.height ?? 0,
});
