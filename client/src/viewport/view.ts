import { signal } from "@preact/signals";
import type { MapView } from "../url/map-part.ts";

/** Where the map is; null until it is there. In a link it stands after the `#`. */
export const mapView = signal<MapView | null>(null);
