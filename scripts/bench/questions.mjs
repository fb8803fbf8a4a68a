/**
 * What people and programs ask of a large collection of projects, in all combinations: conditions that much, little or
 * nothing fits, alone and together, in a rectangle of any size, in any order. Places and names are those of
 * scripts/bench/scale.sql.
 */
const conditions = {
  everything: "",
  "a value many have": "plan_status = 'planned'",
  "values most have": "plan_status IN ('planned','proposed','existing')",
  "a value few have": "origin = 'plan'",
  "a value nobody has": "placed_by = 'park-99'",
  "a year": "horizon_from = 2025",
  "no place": "placement = 'unplaced'",
  "chain and a cluster that is not its own":
    "industry_chain = 'biopharma' AND industry_cluster = 'information-technology'",
  "two values, three properties":
    "plan_status IN ('planned','proposed') AND industry_chain = 'biopharma' AND placement = 'stated'",
  "a range half fits": "investment_cny > 2.5e8",
  "a range few fit": "investment_cny > 4.999e8",
  "a range nearly nobody fits": "investment_cny > 5.1e8",
  "a range nobody fits": "investment_cny > 1e15",
  "a narrow range": "floor_area_m2 BETWEEN 250000 AND 250200",
  "two ranges that exclude each other nearly": "investment_cny > 4.99e8 AND floor_area_m2 > 499000",
  "a frequent value and a range nearly nobody fits": "plan_status = 'planned' AND investment_cny > 5.1e8",
  "a rare value and a frequent one": "origin = 'plan' AND plan_status = 'planned'",
  "years that exclude each other nearly": "horizon_from >= 2025 AND horizon_to <= 2030",
  "a year from which nothing begins": "horizon_from > 2026",
  "not stated": "investment_cny IS NULL",
  "nowhere stated": "park IS NOT NULL",
  "one or the other": "investment_cny > 5.1e8 OR floor_area_m2 > 5.1e5",
  "one or the other, one of them frequent": "investment_cny > 5.1e8 OR plan_status = 'proposed'",
  "not this": "NOT (plan_status = 'planned') AND investment_cny < 20000",
  reckoning: "investment_cny / floor_area_m2 > 4000000",
  "a name": "name_zh = '示例项目 777777'",
  "a beginning": "name_zh LIKE '示例项目 7777%'",
  "an end": "name_zh LIKE '%77777'",
  "two characters somewhere": "name_zh LIKE '%项目%'",
  "a word nowhere": "name_zh LIKE '%不存在%'",
  "a word, small or large": "CASEI(name_en) LIKE CASEI('%PROJECT 77777%')",
  "a word nowhere, small or large": "CASEI(name_en) LIKE CASEI('%nowhere%')",
  "without accents": "ACCENTI(CASEI(name_en)) = ACCENTI(CASEI('Sample Project 99'))",
  "in a polygon": "S_INTERSECTS(geometry, POLYGON((116.5 35.3, 116.6 35.3, 116.6 35.4, 116.5 35.4, 116.5 35.3)))",
  "outside a polygon": "S_DISJOINT(geometry, POLYGON((116 35, 117.5 35, 117.5 36, 116 36, 116 35)))",
};

const places = {
  "": "",
  "a street": "116.6,35.4,116.61,35.41",
  "a quarter": "116.6,35.4,116.7,35.5",
  "the city": "116,35,117.5,36",
  "an empty place": "117.2,35.8,117.3,35.9",
};

const orders = [
  "",
  "plan_status",
  "-plan_status,name_zh",
  "industry_chain,-investment_cny",
  "accuracy_m,name_en",
  "-investment_cny",
  "-investment_cny,name_zh",
  "horizon_from,horizon_to,-floor_area_m2",
  "park,name_zh",
  "name_zh",
];

const others = [
  "datetime=2025",
  "datetime=2021/2023",
  "as-of=2100-01-01T00:00:00Z",
  "as-of=2020-01-01T00:00:00Z",
  "count=true",
  "limit=10000",
];

const encoded = (parameters) =>
  Object.entries(parameters)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");

/** `{ name, path }` of every combination; `every` keeps each n-th of them, always the same ones. */
export function questions(every = 1) {
  const items = "/ogc/collections/projects/items";
  const all = [];
  for (const [condition, filter] of Object.entries(conditions))
    for (const [place, bbox] of Object.entries(places))
      for (const sortby of orders)
        all.push({
          name: [condition, place, sortby].filter(Boolean).join(" · "),
          path: `${items}?${encoded({ filter, bbox, sortby })}`,
        });
  for (const [condition, filter] of Object.entries(conditions))
    for (const [place, bbox] of Object.entries(places))
      for (const other of others)
        all.push({
          name: [condition, place, other].filter(Boolean).join(" · "),
          path: `${items}?${[other, encoded({ filter, bbox })].filter(Boolean).join("&")}`,
        });
  return all.filter((_, number) => number % every === 0);
}

/** What is asked beside pages: numbers, tiles, places and names. */
export function otherQuestions() {
  const all = [];
  for (const [condition, filter] of Object.entries(conditions)) {
    const given = encoded({ filter });
    for (const [place, bbox] of Object.entries(places))
      all.push({
        name: `facets · ${condition} · ${place}`,
        path: `/ogc/collections/projects/facets?${encoded({ filter, bbox })}`,
      });
    if (given) all.push({ name: `matches · ${condition}`, path: `/api/filter/matches?${given}` });
    all.push({
      name: `identify · ${condition}`,
      path: `/ogc/collections/projects/identify?x=116.65&y=35.42&z=15&${given}`,
    });
    for (const tile of ["8/100/210", "10/404/843", "11/808/1686", "12/1617/3373", "14/6469/13495", "16/25877/53980"])
      all.push({
        name: `tile ${tile} · ${condition}`,
        path: `/ogc/collections/projects/tiles/WebMercatorQuad/${tile}?${given}`,
      });
  }
  for (const text of ["项目", "示例项目 77", "park", "llh", "hcdd", "zzzzqq", "示例路 199999"])
    all.push({ name: `search · ${text}`, path: `/api/search?q=${encodeURIComponent(text)}` });
  return all;
}
