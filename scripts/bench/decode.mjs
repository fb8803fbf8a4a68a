/** The features of a vector tile as texts, sorted: two tiles with the same features have the same list in whatever order they were written. */
export function features(tile) {
  return fields(tile)
    .flatMap(({ bytes }) => layer(fields(bytes)))
    .sort();
}

/**
 * The codes in a vector tile by layer, `layer/code`, sorted: what another program draws, whatever attributes it adds.
 * `inside` leaves those that have no corner in the square itself, because not everybody draws what stands beside it.
 */
export function codes(tile, inside = false) {
  const found = features(tile).flatMap((feature) => {
    const [name, geometry, ...said] = feature.split(" ");
    const code = said.find((tag) => tag.startsWith("code="));
    const isWanted = !inside || corners(numbers(Buffer.from(geometry, "hex"))).some(isInside);
    return isWanted ? [`${name}/${Buffer.from(code.slice("code=".length), "hex").subarray(2)}`] : [];
  });
  return [...new Set(found)].sort();
}

const isInside = ([x, y]) => x > 0 && x < 4096 && y > 0 && y < 4096;

/** The places that drawing commands go to. */
function corners(commands) {
  const places = [];
  for (let [at, x, y] = [0, 0, 0]; at < commands.length; ) {
    const [command, count] = [commands[at] & 7, commands[at++] >> 3];
    for (let left = command === 7 ? 0 : count; left > 0; left--) {
      [x, y] = [x + zigzag(commands[at++]), y + zigzag(commands[at++])];
      places.push([x, y]);
    }
  }
  return places;
}

const zigzag = (number) => (number >> 1) ^ -(number & 1);

function layer(parts) {
  const name = parts.find(({ field }) => field === 1).bytes.toString();
  const keys = parts.filter(({ field }) => field === 3).map(({ bytes }) => bytes.toString());
  const values = parts.filter(({ field }) => field === 4).map(({ bytes }) => bytes.toString("hex"));
  return parts
    .filter(({ field }) => field === 2)
    .map(({ bytes }) => {
      const feature = fields(bytes);
      const tags = numbers(feature.find(({ field }) => field === 2)?.bytes ?? Buffer.alloc(0));
      const said = tags.flatMap((key, at) => (at % 2 === 0 ? [`${keys[key]}=${values[tags[at + 1]]}`] : []));
      return [name, feature.find(({ field }) => field === 4).bytes.toString("hex"), ...said.sort()].join(" ");
    });
}

function numbers(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const [number, next] = varint(bytes, at);
    found.push(number);
    at = next;
  }
  return found;
}

function fields(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag, start] = varint(bytes, at);
    const [number, next] = varint(bytes, start);
    const isBytes = (tag & 7) === 2;
    found.push({ field: tag >> 3, number, bytes: isBytes ? bytes.subarray(next, next + number) : undefined });
    at = isBytes ? next + number : next;
  }
  return found;
}

function varint(bytes, start) {
  let [number, scale, at] = [0, 1, start];
  for (; bytes[at] >= 0x80; at++, scale *= 128) number += (bytes[at] & 0x7f) * scale;
  return [number + bytes[at] * scale, at + 1];
}
