import { expect, it } from "vitest";
import { rule, vocabularies } from "./catalogue.ts";

/** The rule says in words what the vocabulary says as data: whoever adds a status, or a word of one, says it in both. */
it("the rule of a status that follows from words names every status with its words, and no other word", () => {
  const said = rule("status-words");
  const statuses = (vocabularies.get("plan_status")?.terms ?? []).filter(
    ({ words }) => Array.isArray(words) && words.length > 0,
  );
  expect(statuses.length).toBeGreaterThan(1);
  const clauses = statuses.map(({ words, zh }) => `${(words as string[]).join("、")}为${zh}`);
  expect(said?.zh).toContain(`：${clauses.join("；")}；`);
  for (const { en } of statuses) expect(said?.en).toContain(en.toLowerCase());
});
