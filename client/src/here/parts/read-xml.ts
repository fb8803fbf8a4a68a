import type { Geometry, Position } from "geojson";

/** The geometries of a KML or GPX file; null when it is neither. */
export function readXml(text: string): Geometry[] | null {
  const document = new DOMParser().parseFromString(text, "text/xml");
  const root = document.documentElement?.localName.toLowerCase();
  if (root === "kml") return kmlOf(document);
  return root === "gpx" ? gpxOf(document) : null;
}

/** Whatever prefix the file gives its namespace. */
const named = (parent: Document | Element, name: string): Element[] =>
  [...parent.getElementsByTagName("*")].filter(({ localName }) => localName === name);

function kmlOf(document: Document): Geometry[] {
  const rings = (polygon: Element, name: string) =>
    named(polygon, name).flatMap((boundary) => named(boundary, "coordinates").map(tuples));
  const areas = named(document, "Polygon").map((polygon): Geometry => {
    return {
      type: "Polygon",
      coordinates: [...rings(polygon, "outerBoundaryIs"), ...rings(polygon, "innerBoundaryIs")],
    };
  });
  const lines = named(document, "LineString").map((line): Geometry => {
    return { type: "LineString", coordinates: named(line, "coordinates").flatMap(tuples) };
  });
  const points = named(document, "Point").flatMap((point): Geometry[] => {
    const [at] = named(point, "coordinates").flatMap(tuples);
    return at ? [{ type: "Point", coordinates: at }] : [];
  });
  return [...areas, ...lines, ...points];
}

/** `lon,lat[,height]`, between any white space. */
const tuples = ({ textContent }: Element): Position[] =>
  (textContent ?? "").split(/\s+/).flatMap((tuple) => positionOf(tuple.split(",")));

function positionOf([lon, lat]: readonly (string | null | undefined)[]): Position[] {
  const position = [Number.parseFloat(lon ?? ""), Number.parseFloat(lat ?? "")];
  return position.every(Number.isFinite) ? [position] : [];
}

/** How near the end of a track is to its start when somebody has walked around something, in degrees. */
const AROUND = 0.0003;

function gpxOf(document: Document): Geometry[] {
  const points = (parent: Element, name: string) =>
    named(parent, name).flatMap((at) => positionOf([at.getAttribute("lon"), at.getAttribute("lat")]));
  const tracks = [
    ...named(document, "trkseg").map((segment) => points(segment, "trkpt")),
    ...named(document, "rte").map((route) => points(route, "rtept")),
  ].filter((track) => track.length > 1);
  return [
    ...tracks.map(
      (track): Geometry =>
        isAround(track) ? { type: "Polygon", coordinates: [track] } : { type: "LineString", coordinates: track },
    ),
    ...points(document.documentElement, "wpt").map((at): Geometry => ({ type: "Point", coordinates: at })),
  ];
}

function isAround(track: readonly Position[]): boolean {
  const [[x1 = 0, y1 = 0] = [], [x2 = 1, y2 = 1] = []] = [track[0], track.at(-1)];
  return track.length > 3 && Math.hypot(x1 - x2, y1 - y2) < AROUND;
}
