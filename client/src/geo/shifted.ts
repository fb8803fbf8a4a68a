/**
 * GCJ-02 and BD-09, the shifted coordinates of Chinese base maps, to longitude and latitude as they are stored: the
 * formulas in public use, as the server has them (server/Geo/Gcj02.cs, Bd09.cs). They have no inverse in closed form; the
 * shift changes so slowly that looking again from the last guess settles at once.
 */
type LonLat = readonly [lon: number, lat: number];

const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const ROUNDS = 8;
/** Beyond this box the formula leaves coordinates as they are. */
const [WEST, SOUTH, EAST, NORTH] = [72.004, 0.8293, 137.8347, 55.8271] as const;

const wave = (height: number, halfTurns: number): number => (height * Math.sin(halfTurns * Math.PI) * 2) / 3;

function shiftOnce([lon, lat]: LonLat): LonLat {
  if (lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const root = 0.1 * Math.sqrt(Math.abs(x));
  const common = wave(20, 6 * x) + wave(20, 2 * x);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    2 * root +
    common +
    wave(20, y) +
    wave(40, y / 3) +
    wave(160, y / 12) +
    wave(320, y / 30);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    root +
    common +
    wave(20, x) +
    wave(40, x / 3) +
    wave(150, x / 12) +
    wave(300, x / 30);
  const phi = (lat * Math.PI) / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const perDegree = (SEMI_MAJOR_AXIS / Math.sqrt(flattening)) * (Math.PI / 180);
  return [
    lon + east / (perDegree * Math.cos(phi)),
    lat + north / ((perDegree * (1 - ECCENTRICITY_SQUARED)) / flattening),
  ];
}

function shiftAgain([lon, lat]: LonLat): LonLat {
  const waves = (Math.PI * 3000) / 180;
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * waves);
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * waves);
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
}

/** The place that a shift puts at another one. */
function before(shift: (from: LonLat) => LonLat, [lon, lat]: LonLat): LonLat {
  let guess: LonLat = [lon, lat];
  for (let round = 0; round < ROUNDS; round++) {
    const [x, y] = shift(guess);
    guess = [guess[0] + lon - x, guess[1] + lat - y];
  }
  return guess;
}

export const fromGcj02 = (lon: number, lat: number): LonLat => before(shiftOnce, [lon, lat]);
export const fromBd09 = (lon: number, lat: number): LonLat => before(shiftOnce, before(shiftAgain, [lon, lat]));
export const toGcj02 = (lon: number, lat: number): LonLat => shiftOnce([lon, lat]);
export const toBd09 = (lon: number, lat: number): LonLat => shiftAgain(shiftOnce([lon, lat]));
