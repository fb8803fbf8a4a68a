/** The rows that others are compared with, by the name that a budget has for them. */
export const compared = {
  unordered: "raw on unordered 4326 tables",
  mapserver: "MapServer, the same tiles",
  nginx: "nginx, static tile",
};

/**
 * The rows whose name has one of the texts, and those without which they say nothing: with which one is measured (`with`), whose
 * raw statement is its own (`like`), which its budget names. In the order of the rows.
 */
export function chosen(rows, texts) {
  const names = new Set(
    rows.map(({ name }) => name).filter((name) => texts.some((text) => name.toLowerCase().includes(text))),
  );
  // What is added meanwhile is gone through too.
  for (const name of names) for (const needed of needs(rows.find((row) => row.name === name))) names.add(needed);
  return rows.filter(({ name }) => names.has(name));
}

const needs = (row) =>
  [row.with, row.like, ...Object.keys(row.budget ?? {}).map((against) => compared[against])].filter(Boolean);
