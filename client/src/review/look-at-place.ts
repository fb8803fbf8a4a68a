import { mapRequest } from "../viewport/map-link.ts";

/** Shows a place with so much ground around it, in degrees. */
export function lookAtPlace([lon, lat]: readonly number[], around: number): void {
  if (lon === undefined || lat === undefined) return;
  mapRequest.value = { kind: "extent", bounds: [lon - around, lat - around, lon + around, lat + around] };
}
