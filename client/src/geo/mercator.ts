/** Web Mercator as the screen uses it (EPSG:3857, spherical), in pixels of the whole world at a zoom. */

const TILE = 256;
const EARTH_RADIUS = 6378137;

export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom;
}

/** Longitude and latitude to the unit square, y down. */
export function toUnit(lon: number, lat: number): readonly [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function fromUnit(x: number, y: number): readonly [lon: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Ground metres of one pixel at a latitude. */
export function metresPerPixelAt(lat: number, zoom: number): number {
  return (2 * Math.PI * EARTH_RADIUS * Math.cos((lat * Math.PI) / 180)) / worldSize(zoom);
}
