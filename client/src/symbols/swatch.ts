import { term } from "../catalogue.ts";
import { GLYPH_BOX, glyphs } from "./glyphs.ts";
import { inkOf, marker, roundedSquare, shapeOf } from "./markers.ts";
import { area, line, outline, type Point, type Primitive } from "./primitives.ts";
import {
  colour,
  type LayerStyle,
  layerStyle,
  number,
  type RoadStyle,
  statusLook,
  type ThemeName,
  tintOf,
} from "./style.ts";

/** The legend's picture of a layer, 32 × 20, from the same entry of the style table as the map. */

export const SWATCH = { width: 32, height: 20 } as const;

const wave = (dy: number): Point[] =>
  Array.from({ length: 15 }, (_, index) => [2 + index * 2, 10 + dy - 2.4 * Math.sin(index / 2.4)] as const);
const arrow: Point[] = [
  [1, 10],
  [8.5, 3.6],
  [8.5, 7.8],
  [23.5, 7.8],
  [23.5, 3.6],
  [31, 10],
  [23.5, 16.4],
  [23.5, 12.2],
  [8.5, 12.2],
  [8.5, 16.4],
];

function pill(left: number, top: number, right: number, bottom: number, corner: number): Point[] {
  const cx = (left + right) / 2;
  const cy = (top + bottom) / 2;
  const half = (bottom - top) / 2;
  return roundedSquare([cx, cy], half, corner).map(([x, y]) => [
    x + (x > cx ? 1 : -1) * ((right - left) / 2 - half),
    y,
  ]);
}

export function swatch(collection: string, theme: ThemeName, code?: string, status?: string): Primitive[] {
  const style = layerStyle(collection);
  const pick = (name: string | undefined) => colour(theme, name);
  const tint = tintOf(style, code ?? "");
  switch (style.drawing) {
    case "boundary":
      return [
        area([pill(3, 3, 29, 17, 4)], pick(style.fill)),
        outline([pill(4, 4, 28, 16, 3)], { paint: pick(String(style.band)), width: 3, opacity: 0.4 }),
        outline([pill(3, 3, 29, 17, 4)], { paint: pick(style.line), width: 1.4, dash: [7, 2, 1.5, 2, 1.5, 2] }),
      ];
    case "division":
      return [outline([pill(3, 3, 29, 17, 4)], { paint: pick(style.line), width: 1.4, dash: [2, 3], cap: "round" })];
    case "cluster":
      return [
        area([pill(3, 3, 29, 17, 4)], pick(tint), 0.85),
        outline([pill(3, 3, 29, 17, 4)], { paint: pick(`${tint}-line`), width: 1.6, dash: [4, 2.2] }),
      ];
    case "core":
      return [
        { kind: "disc", at: [16, 10], r: 7.2, fill: pick(style.fill), stroke: { paint: pick(style.line), width: 2.2 } },
      ];
    case "belt":
      return [
        line([wave(0)], { paint: pick(tint), width: 10, opacity: 0.8 }),
        line([wave(0)], { paint: pick("water-line"), width: 2.4 }),
      ];
    case "axis":
      return [area([arrow], pick(tint))];
    case "park":
      return [
        outline([pill(4, 2, 28, 18, 5)], { paint: pick(style.line), width: 1.2, dash: [3, 2.2] }),
        area([roundedSquare([16, 10], 4.6, 1.4)], pick("badge")),
      ];
    case "river":
      return [
        line([wave(0)], { paint: pick(style.line), width: 5.4 }),
        line([wave(0)], { paint: pick(style.fill), width: 3.4 }),
      ];
    case "water":
      return [
        area([pill(5, 4, 27, 16, 5.5)], pick(style.fill)),
        outline([pill(5, 4, 27, 16, 5.5)], { paint: pick(style.line), width: 1.3 }),
      ];
    case "road":
      return roadSwatch(collection, code ?? "trunk", pick, status ?? "");
    case "railway": {
      const { dash } = statusLook(collection, status ?? "");
      const whiteDash = line(
        [
          [
            [2, 10],
            [30, 10],
          ],
        ],
        { paint: pick(style.fill), width: 2, dash: [5, 5] },
      );
      return [
        line(
          [
            [
              [2, 10],
              [30, 10],
            ],
          ],
          { paint: pick(style.line), width: 3.6, ...(dash ? { dash } : {}) },
        ),
        ...(dash ? [] : [whiteDash]),
      ];
    }
    case "hub": {
      const sign = glyphs[String(term("hub_kind", code ?? "station")?.glyph ?? "train")] ?? "";
      return [
        area([roundedSquare([16, 10], 8.5, 2.4)], pick(style.fill)),
        { kind: "glyph", d: sign, box: GLYPH_BOX, at: [16, 10], size: 12.5, fill: pick("hub-glyph") },
      ];
    }
    default:
      return style.samples ? sampleSwatch(style.samples, theme) : fallbackSwatch(style, theme);
  }
}

/** Two signs side by side, each of a chain: what shape and colour say. */
function sampleSwatch(samples: NonNullable<LayerStyle["samples"]>, theme: ThemeName): Primitive[] {
  const ground = colour(theme, "marker-ground");
  return samples.flatMap(({ shape, industry_chain }, index) =>
    marker([9.5 + 14 * index, 10], 5.2, { shape, ink: inkOf("industry_chain", industry_chain, theme), ground }, 0),
  );
}

/** A road class by its code; two roads one above the other would be a railway. */
function roadSwatch(
  collection: string,
  code: string,
  pick: (name: string | undefined) => string,
  status: string,
): Primitive[] {
  const classes = layerStyle(collection).classes as Record<string, RoadStyle>;
  const style = classes[code] ?? (classes.trunk as RoadStyle);
  const way: Point[][] = [
    [
      [2, 10],
      [30, 10],
    ],
  ];
  const { dash, fill_dash = dash } = statusLook(collection, status);
  return [
    line(way, { paint: pick(style.line), width: style.width + 0.6, ...(dash ? { dash } : {}) }),
    line(way, { paint: pick(style.fill), width: style.fill_width, ...(fill_dash ? { dash: fill_dash } : {}) }),
    ...(style.centre && !dash ? [line(way, { paint: pick(style.centre), width: 0.9 })] : []),
  ];
}

function fallbackSwatch({ kind, char, width: given }: LayerStyle, theme: ThemeName): Primitive[] {
  const paint = colour(theme, "neutral");
  const width = number(given, 1.8);
  if (kind === "area")
    return [
      area([pill(4, 3, 28, 17, 3)], paint, 0.07),
      outline([pill(4, 3, 28, 17, 3)], { paint, width, dash: [5, 3] }),
    ];
  if (kind === "line")
    return [
      line(
        [
          [
            [2, 10],
            [30, 10],
          ],
        ],
        { paint, width: 2.4 },
      ),
    ];
  return marker(
    [16, 10],
    7,
    { shape: shapeOf("existing"), ink: paint, ground: colour(theme, "marker-ground"), char },
    0,
  );
}
