import { type Paint, type Pattern, type Point, type Primitive, SANS, SONG, type Stroke } from "./primitives.ts";

/** The SVG painter: legend swatches on screen, the sheet in print. */

const round = (value: number): string => String(Math.round(value * 100) / 100);
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
  return lines
    .map(
      (points) =>
        points.map(([x, y], index) => `${index ? "L" : "M"}${round(x)} ${round(y)}`).join("") + (closed ? "Z" : ""),
    )
    .join("");
}

/** Patterns are drawn by both painters from this one description: tile size and strokes. */
export const patternTiles: Record<Pattern["pattern"], { width: number; height: number; d: string; line: number }> = {
  hatch: { width: 6, height: 6, d: "M-1 7L7-1M-1 1L1-1M5 7L7 5", line: 1 },
  waves: { width: 22, height: 17, d: "M3 6.5L5.5 4L8 6.5M14 15L16.5 12.5L19 15", line: 1 },
  reeds: { width: 16, height: 12, d: "M2 4.5H8M4 2V4.5M6 2V4.5M10 10.5H16M12 8V10.5M14 8V10.5", line: 0.9 },
};

/** SVG text of the primitives; `name` keeps the ids of clips and patterns apart within one document. */
export function toSvg(primitives: readonly Primitive[], name: string): string {
  const definitions: string[] = [];
  const patternIds = new Map<string, string>();
  let clips = 0;

  const paint = (value: Paint): string => {
    if (typeof value === "string") return value;
    const key = `${value.pattern} ${value.colour}`;
    let id = patternIds.get(key);
    if (!id) {
      id = `${name}-p${patternIds.size}`;
      patternIds.set(key, id);
      const tile = patternTiles[value.pattern];
      definitions.push(
        `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${tile.width}" height="${tile.height}">` +
          `<path d="${tile.d}" fill="none" stroke="${value.colour}" stroke-width="${tile.line}"/></pattern>`,
      );
    }
    return `url(#${id})`;
  };
  const strokeAttributes = (stroke: Stroke | undefined): string => {
    if (!stroke) return "";
    const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.join(" ")}"` : "";
    const opacity =
      stroke.opacity === undefined || stroke.opacity >= 1 ? "" : ` stroke-opacity="${round(stroke.opacity)}"`;
    return ` stroke="${paint(stroke.paint)}" stroke-width="${round(stroke.width)}" stroke-linejoin="round" stroke-linecap="${stroke.cap ?? "butt"}"${dash}${opacity}`;
  };
  const fillAttributes = (fill: Paint | undefined, opacity: number | undefined): string =>
    fill
      ? ` fill="${paint(fill)}"${opacity === undefined || opacity >= 1 ? "" : ` fill-opacity="${round(opacity)}"`}`
      : ' fill="none"';

  const write = (primitive: Primitive): string => {
    switch (primitive.kind) {
      case "path":
        return `<path d="${pathData(primitive.lines, primitive.closed)}" fill-rule="evenodd"${fillAttributes(primitive.fill, primitive.fillOpacity)}${strokeAttributes(primitive.stroke)}/>`;
      case "disc":
        return `<circle cx="${round(primitive.at[0])}" cy="${round(primitive.at[1])}" r="${round(primitive.r)}"${fillAttributes(primitive.fill, primitive.fillOpacity)}${strokeAttributes(primitive.stroke)}/>`;
      case "glyph": {
        const scale = primitive.size / primitive.box;
        const [x, y] = primitive.at;
        return `<path transform="translate(${round(x - primitive.size / 2)} ${round(y - primitive.size / 2)}) scale(${round(scale)})" fill-rule="evenodd" d="${primitive.d}" fill="${primitive.fill}"/>`;
      }
      case "text": {
        const [x, y] = primitive.at;
        const turn = primitive.angle ? ` rotate(${round((primitive.angle * 180) / Math.PI)})` : "";
        const lean = primitive.slant ? ` skewX(${round(primitive.slant)})` : "";
        const halo = primitive.halo
          ? ` stroke="${primitive.halo.colour}" stroke-width="${round(primitive.halo.width)}" stroke-linejoin="round" paint-order="stroke"`
          : "";
        const family = escapeText(primitive.family === "song" ? SONG : SANS);
        return `<text transform="translate(${round(x)} ${round(y)})${turn}${lean}" text-anchor="middle" dy="0.36em" font-family="${family}" font-size="${round(primitive.size)}" font-weight="${primitive.weight}" fill="${primitive.colour}"${halo}>${escapeText(primitive.text)}</text>`;
      }
      case "group": {
        let clip = "";
        if (primitive.clip) {
          const id = `${name}-c${clips++}`;
          definitions.push(
            `<clipPath id="${id}"><path clip-rule="evenodd" d="${pathData(primitive.clip, true)}"/></clipPath>`,
          );
          clip = ` clip-path="url(#${id})"`;
        }
        const opacity = primitive.opacity < 1 ? ` opacity="${round(primitive.opacity)}"` : "";
        return `<g${opacity}${clip}>${primitive.children.map(write).join("")}</g>`;
      }
    }
  };
  const body = primitives.map(write).join("");
  return (definitions.length ? `<defs>${definitions.join("")}</defs>` : "") + body;
}

/** A whole `<svg>` of a picture that nobody needs to have read aloud: the text beside it says the same. */
export function svgPicture(primitives: readonly Primitive[], width: number, height: number, name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${toSvg(primitives, name)}</svg>`;
}
