import { effect } from "@preact/signals";
import type { Geometry, Position } from "geojson";
import type * as L from "leaflet";
import { svgPath } from "../../geo/svg-path.ts";
import { comparedHow, comparedPlaces, mapPins, pressedPin } from "../../viewport/map-link.ts";
import { createSketch } from "../tools/sketch.ts";
import { createSwipe } from "./swipe.ts";
import "./compared.css";

/** Of more places the picture follows a moving map. */
const MOST_REDRAWN = 50;
/** The radius of a point. */
const POINT_PX = 9;
const PIN_PX = { width: 26, height: 34 };
/** Hatched and dotted grounds: added and removed are told apart without their colours. */
const PATTERNS = `<defs>
  <pattern id="compared-added" width="8" height="8" patternUnits="userSpaceOnUse"><path class="added" d="M4 1v6M1 4h6"/></pattern>
  <pattern id="compared-removed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="removed" d="M0 0v7"/></pattern>
</defs>`;

/**
 * Draws what somebody proposes over the plan: the place before dashed, the one after solid, and what was said at a place.
 * Beside each other in one picture, apart by a divider that is drawn across the map, or one after the other.
 */
export function startComparedSheet(map: L.Map): () => void {
  const toPixels = ([lon, lat]: Position): string => {
    const { x, y } = map.latLngToContainerPoint([lat as number, lon as number]);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  type Placed = Geometry | null | undefined;
  const drawn = (geometry: Geometry): string => svgPath(geometry, toPixels, POINT_PX);
  /** One line for all of them and one seam below: hundreds of paths would be styled and painted anew at every move. */
  const lines = (geometries: readonly Placed[], name: "before" | "after" | "theirs"): string => {
    const path = geometries.map((geometry) => (geometry ? drawn(geometry) : "")).join("");
    return path === "" ? "" : `<path class="seam" d="${path}"/><path class="${name}" d="${path}"/>`;
  };
  /** Each by itself: where two areas lie upon each other, neither is a hole of the other. */
  const grounds = (geometries: readonly Placed[], look: string): string =>
    geometries
      .map((geometry) =>
        geometry && /Polygon$/.test(geometry.type) ? `<path ${look} fill-rule="evenodd" d="${drawn(geometry)}"/>` : "",
      )
      .join("");
  const hatched = (geometries: readonly Placed[], name: "added" | "removed"): string =>
    grounds(geometries, `fill="url(#compared-${name})" stroke="none"`);
  const places = (): string => {
    const all = comparedPlaces.peek();
    if (all.length === 0) return "";
    const mode = comparedHow.peek();
    const of = (name: "before" | "after" | "added" | "removed" | "theirs") => all.map((place) => place[name]);
    const after = grounds(of("after"), 'class="ground"') + lines(of("after"), "after");
    if (mode === "overlay") {
      const changed = hatched(of("added"), "added") + hatched(of("removed"), "removed");
      return PATTERNS + changed + lines(of("before"), "before") + lines(of("theirs"), "theirs") + after;
    }
    const before = lines(
      all.map((place) => place.before ?? place.after),
      "before",
    );
    const isApart = mode === "swipe";
    const side = (name: "before" | "after", shapes: string) =>
      `<g class="side-${name}"${isApart ? ` clip-path="url(#compared-${name})"` : ""}>${shapes}</g>`;
    return (isApart ? clips() : "") + side("before", before) + side("after", after);
  };
  // each side of the divider shows its own
  const clips = (): string => {
    const { x, y } = map.getSize();
    const at = swipe.at();
    return `<defs><clipPath id="compared-before"><rect width="${at}" height="${y}"/></clipPath><clipPath id="compared-after"><rect x="${at}" width="${Math.max(0, x - at)}" height="${y}"/></clipPath></defs>`;
  };
  const pins = (): string =>
    mapPins
      .peek()
      .map(({ number, place, isMuted }) => {
        const { x, y } = map.latLngToContainerPoint([place[1], place[0]]);
        const { width, height } = PIN_PX;
        return `<g class="pin${isMuted ? " muted" : ""}" data-pin="${number}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><path d="M0 0C-4-8 ${-width / 2}-12 ${-width / 2}-${height - width / 2}a${width / 2} ${width / 2} 0 1 1 ${width} 0C${width / 2}-12 4-8 0 0Z"/><text y="-${height - width / 2 - 4}">${number}</text></g>`;
      })
      .join("");
  const swipe = createSwipe(map, () => sketch.repaint());
  const isHeavy = () => comparedPlaces.peek().length > MOST_REDRAWN && comparedHow.peek() !== "swipe";
  const sketch = createSketch(map, "compared-places", () => places() + pins(), isHeavy);
  const sheet = map.getContainer().querySelector<SVGElement>(".compared-places") as SVGElement;
  const onPress = (event: Event) => {
    const pin = (event.target as Element).closest<SVGGElement>("[data-pin]");
    if (!pin) return;
    event.stopPropagation();
    pressedPin.value = Number(pin.dataset.pin);
  };
  sheet.addEventListener("click", onPress);
  const stop = effect(() => {
    sheet.dataset.places = String(comparedPlaces.value.length);
    void mapPins.value;
    sheet.dataset.how = comparedHow.value;
    swipe.show(comparedHow.value === "swipe" && comparedPlaces.value.length > 0);
    sketch.repaint();
  });
  return () => {
    stop();
    swipe.remove();
    sketch.remove();
  };
}
