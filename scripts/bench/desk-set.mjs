import { randomInt } from "node:crypto";
import { must, person, send } from "../lib/person.mjs";
import { Stop } from "../lib/say.mjs";

/** Of which collections, from where, and how far in degrees the places of some of them move. */
const PARTS = [
  { collection: "projects", number: 380, query: "placement=surveyed&origin=import", moved: 0.0012 },
  { collection: "roads", number: 80, query: "origin=import", moved: 0 },
  { collection: "project-sites", number: 40, query: "origin=import", moved: 0.0003 },
];

/**
 * A change set of 500 samples that waits for review, and who reviews it: projects with another place, roads with another name, and
 * sites with another outline, which the check of a site is asked about. `withdraw` takes the set back.
 */
export async function submittedSet(url, database) {
  const number = randomInt(1e6);
  const staff = await person(url, database, `bench-staff-${number}`, "staff");
  const reviewer = await person(url, database, `bench-reviewer-${number}`, "reviewer");
  const features = (await Promise.all(PARTS.map((part) => changes(url, part)))).flat();
  const title = `Desk ${number}`;
  const body = { title, basis: "document 1 of 2026", features, submit: true };
  const { json, tag } = must(await staff.ask("POST", "/api/change-sets", { body }));
  return {
    title,
    reviewer,
    number: features.length,
    withdraw: async () => must(await staff.ask("POST", `/api/change-sets/${json.id}/withdraw`, { tag })),
  };
}

async function changes(url, { collection, number, query, moved }) {
  const { features } = must(
    await send("GET", `${url}/ogc/collections/${collection}/items?${query}&limit=${number}`),
  ).json;
  if (features.length < number)
    throw new Stop(`There are ${features.length} samples of ${collection}: run npm run load-scale -- 100000 first.`);
  return features.map(({ id, geometry, properties }) => ({
    collection,
    code: id,
    based_on: properties.version,
    properties: {
      name_en: `Measured ${id}`,
      source: "digitised",
      placement_reason_zh: "示例",
      placement_reason_en: "Sample",
      ...(collection === "project-sites" && { industry_chain: "construction-machinery" }),
    },
    ...(moved > 0 && { geometry: { ...geometry, coordinates: shifted(geometry.coordinates, moved) } }),
  }));
}

const shifted = (coordinates, by) =>
  typeof coordinates[0] === "number"
    ? coordinates.map((degrees) => degrees + by)
    : coordinates.map((part) => shifted(part, by));
