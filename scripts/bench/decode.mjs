/** The features of a vector tile as texts, sorted: two tiles with the same features have the same list in whatever order they were written. */
export function features(tile) {
  return fields(tile)
    .flatMap(({ bytes }) => layer(fields(bytes)))
    .sort();
}

/** The codes in a vector tile by layer, `layer/code`, sorted: what another program draws, whatever attributes it adds. */
export function codes(tile) {
  const found = features(tile).map((feature) => {
    const [name, , ...said] = feature.split(" ");
    const code = said.find((tag) => tag.startsWith("code="));
    return `${name}/${Buffer.from(code.slice("code=".length), "hex").subarray(2)}`;
  });
  return [...new Set(found)].sort();
}

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
