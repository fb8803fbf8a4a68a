import type * as L from "leaflet";

/**
 * A sheet over the map for what a tool has in hand, as SVG text in pixels of the window. `markup` is asked when the map
 * has moved; while it grows or shrinks the sheet would stand still, and is not shown.
 */
export function createSketch(map: L.Map, className: string, markup: () => string) {
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("class", className);
  sheet.setAttribute("aria-hidden", "true");
  const repaint = () => {
    sheet.innerHTML = markup();
  };
  const handlers: L.LeafletEventHandlerFnMap = {
    move: repaint,
    zoom: repaint,
    viewreset: repaint,
    moveend: repaint,
    zoomanim: () => {
      sheet.style.visibility = "hidden";
    },
    zoomend: () => {
      sheet.style.visibility = "";
      repaint();
    },
  };
  map.on(handlers);
  map.getContainer().append(sheet);
  return {
    repaint,
    remove(): void {
      map.off(handlers);
      sheet.remove();
    },
  };
}
