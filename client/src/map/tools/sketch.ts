import type * as L from "leaflet";

/**
 * A sheet over the map for what a tool has in hand, as SVG text in pixels of the window. `markup` is asked when the map
 * has moved; while it grows or shrinks the sheet would stand still, and is not shown. What `isHeavy` follows a moving map as a
 * picture, and is drawn anew when that rests: hundreds of shapes take longer than a frame.
 */
export function createSketch(map: L.Map, className: string, markup: () => string, isHeavy = () => false) {
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  sheet.setAttribute("class", className);
  sheet.setAttribute("aria-hidden", "true");
  /** Where the map stood when what is heavy was drawn last. */
  let drawn: { corner: L.LatLng; zoom: number } | null = null;
  const repaint = () => {
    drawn = isHeavy() ? { corner: map.containerPointToLatLng([0, 0]), zoom: map.getZoom() } : null;
    sheet.style.transform = "";
    sheet.innerHTML = markup();
  };
  const follow = () => {
    if (!drawn || !isHeavy()) return repaint();
    const { x, y } = map.latLngToContainerPoint(drawn.corner);
    sheet.style.transform = `translate(${x}px, ${y}px) scale(${map.getZoomScale(map.getZoom(), drawn.zoom)})`;
  };
  const handlers: L.LeafletEventHandlerFnMap = {
    // as Leaflet tells of everything that moves it, and of its end
    move: follow,
    moveend: repaint,
    zoomanim: () => {
      sheet.style.visibility = "hidden";
    },
    zoomend: () => {
      sheet.style.visibility = "";
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
