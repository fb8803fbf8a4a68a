import type { Point } from "../symbols/primitives.ts";
import type { Box } from "./line.ts";

/** Rings in pixels, even-odd: the first is the outside, further ones are holes or other parts. */

export function contains(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i] as Point;
      const b = ring[j] as Point;
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}

export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point;
    const b = ring[j] as Point;
    sum += b[0] * a[1] - a[0] * b[1];
  }
  return sum / 2;
}

export function centroid(ring: readonly Point[]): Point {
  const total = signedArea(ring);
  const first = ring[0] ?? ([0, 0] as const);
  if (total === 0) return first;
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point;
    const b = ring[j] as Point;
    const cross = b[0] * a[1] - a[0] * b[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / (6 * total), y / (6 * total)];
}

export function boxOf(lines: readonly (readonly Point[])[]): Box {
  const box = {
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    bottom: Number.NEGATIVE_INFINITY,
  };
  for (const points of lines) {
    for (const [x, y] of points) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The outside ring of the largest part: where the name of a MultiPolygon goes. */
export function largest(rings: readonly (readonly Point[])[]): readonly Point[] {
  return rings.reduce<readonly Point[]>(
    (best, ring) => (Math.abs(signedArea(ring)) > Math.abs(signedArea(best)) ? ring : best),
    [],
  );
}

/** A ring grown or shrunk about its own centre: the dotted echo of the core city's ring. */
export function scaled(ring: readonly Point[], factor: number): Point[] {
  const [cx, cy] = centroid(ring);
  return ring.map(([x, y]) => [cx + (x - cx) * factor, cy + (y - cy) * factor]);
}

/** A box with so much around it on every side; less than nothing takes it in. */
export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  right: box.right + by,
  top: box.top - by,
  bottom: box.bottom + by,
});
