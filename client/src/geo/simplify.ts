/**
 * The vertices of a line that matter when it is drawn: what is left is nowhere farther from the line than `tolerance`
 * (Douglas and Peucker). A line is x and y by turns; its ends stay, and so does a ring's common one.
 */
export function simplify(line: readonly number[], tolerance: number): readonly number[] {
  const last = line.length / 2 - 1;
  if (last < 2) return line;
  const kept = new Uint8Array(last + 1);
  kept[0] = 1;
  kept[last] = 1;
  const open: number[] = [0, last];
  let count = 2;
  while (open.length > 0) {
    const to = open.pop() as number;
    const from = open.pop() as number;
    const far = farthest(line, from, to, tolerance * tolerance);
    if (far < 0) continue;
    kept[far] = 1;
    count += 1;
    if (far - from > 1) open.push(from, far);
    if (to - far > 1) open.push(far, to);
  }
  if (count > last) return line;
  const simple: number[] = [];
  for (let index = 0; index <= last; index++)
    if (kept[index]) simple.push(line[index * 2] as number, line[index * 2 + 1] as number);
  return simple;
}

/** The vertex between two others that lies farthest from the straight between them; -1 when all lie near enough. */
function farthest(line: readonly number[], from: number, to: number, limit: number): number {
  const ax = line[from * 2] as number;
  const ay = line[from * 2 + 1] as number;
  const dx = (line[to * 2] as number) - ax;
  const dy = (line[to * 2 + 1] as number) - ay;
  const square = dx * dx + dy * dy;
  let found = -1;
  let most = limit;
  for (let index = from + 1; index < to; index++) {
    const x = (line[index * 2] as number) - ax;
    const y = (line[index * 2 + 1] as number) - ay;
    const along = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square));
    const off = (x - along * dx) ** 2 + (y - along * dy) ** 2;
    if (off > most) {
      most = off;
      found = index;
    }
  }
  return found;
}
