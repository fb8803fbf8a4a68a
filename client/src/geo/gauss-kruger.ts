/**
 * Gauss–Krüger on CGCS2000, 3-degree belt of 117°E (EPSG:4548), by Krüger's series to n⁴ (Karney 2011, eqs. 35, 36; for
 * the latitude Engsager and Poder 2007): below a hundredth of a millimetre within the belt, so that a drawing that is
 * moved step by step does not drift. Used for drawing, the kilometre grid and the printed sheet.
 */

const A = 6378137;
const F = 1 / 298.257222101;
const N = F / (2 - F);
const RECTIFYING = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49561 * N ** 4) / 161280,
] as const;
const BETA = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840,
  (4397 * N ** 4) / 161280,
] as const;
const DELTA = [
  2 * N - (2 * N ** 2) / 3 - 2 * N ** 3 + (116 * N ** 4) / 45,
  (7 * N ** 2) / 3 - (8 * N ** 3) / 5 - (227 * N ** 4) / 45,
  (56 * N ** 3) / 15 - (136 * N ** 4) / 35,
  (4279 * N ** 4) / 630,
] as const;
const CENTRAL_MERIDIAN = 117;
const FALSE_EASTING = 500000;

export function toGaussKruger(lon: number, lat: number): readonly [easting: number, northing: number] {
  const phi = (lat * Math.PI) / 180;
  const lambda = ((lon - CENTRAL_MERIDIAN) * Math.PI) / 180;
  const e = (2 * Math.sqrt(N)) / (1 + N);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)));
  const xi = Math.atan2(t, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  let x = xi;
  let y = eta;
  ALPHA.forEach((alpha, index) => {
    const k = 2 * (index + 1);
    x += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
    y += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return [FALSE_EASTING + RECTIFYING * y, RECTIFYING * x];
}

export function fromGaussKruger(easting: number, northing: number): readonly [lon: number, lat: number] {
  const x = northing / RECTIFYING;
  const y = (easting - FALSE_EASTING) / RECTIFYING;
  let xi = x;
  let eta = y;
  BETA.forEach((beta, index) => {
    const k = 2 * (index + 1);
    xi -= beta * Math.sin(k * x) * Math.cosh(k * y);
    eta -= beta * Math.cos(k * x) * Math.sinh(k * y);
  });
  const chi = Math.asin(Math.sin(xi) / Math.cosh(eta));
  let phi = chi;
  DELTA.forEach((delta, index) => {
    phi += delta * Math.sin(2 * (index + 1) * chi);
  });
  const lambda = Math.atan2(Math.sinh(eta), Math.cos(xi));
  return [CENTRAL_MERIDIAN + (lambda * 180) / Math.PI, (phi * 180) / Math.PI];
}
