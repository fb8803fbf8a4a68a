/** Centre in CRS84 degrees and Leaflet zoom (fractional). */
export type MapView = { zoom: number; lat: number; lon: number };

function inRange(value: number, from: number, to: number): boolean {
  return Number.isFinite(value) && value >= from && value <= to;
}

/** `#map=zoom/lat/lon`; null when there is none, or none on earth. */
export function parseMap(hash: string): MapView | null {
  const found = /(?:^#|&)map=(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)(?:&|$)/.exec(hash);
  if (!found) return null;
  const [zoom, lat, lon] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return inRange(zoom, 1, 22) && inRange(lat, -85, 85) && inRange(lon, -180, 180) ? { zoom, lat, lon } : null;
}

/** The part after the `#`; empty when the map is nowhere yet. */
export function serialiseMap(map: MapView | null): string {
  if (!map) return "";
  // four decimals are 10 m: what the map itself rounds its centre to
  return `map=${Number(map.zoom.toFixed(2))}/${map.lat.toFixed(4)}/${map.lon.toFixed(4)}`;
}
