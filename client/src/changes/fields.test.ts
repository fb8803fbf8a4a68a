import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectionDefinitions, commonProperties, vocabularies } from "../catalogue.ts";
import { emptyEntry, members, memberText, withMember } from "./entries.ts";
import { asText, asValue, changedOf, entriesOf, type Field, fieldsOf, valueWords } from "./fields.ts";

type Json = { [name: string]: Json } & { required?: string[]; properties?: Record<string, Json>; enum?: string[] };
const data = join(import.meta.dirname, "../../../gis-data");
const schema = JSON.parse(readFileSync(join(data, "catalogue/schema/feature-collection.schema.json"), "utf8")) as {
  definitions: Record<string, Json>;
};
const featuresOf = (collection: string): { properties: Record<string, unknown> }[] =>
  JSON.parse(readFileSync(join(data, "layers", `${collection}.geojson`), "utf8")).features;

const fieldOf = (collection: string, name: string): Field => {
  const field = fieldsOf(collection).find(({ property }) => property.name === name);
  if (!field) throw new Error(`${collection} has no field ${name}`);
  return field;
};

describe("the fields of a correction", () => {
  it("are all properties that people give, of every collection", () => {
    for (const { id, properties } of collectionDefinitions) {
      const names = fieldsOf(id).map(({ property }) => property.name);
      const computed = (name: string) => name === "code" || name === "not_stated";
      const given = [...commonProperties, ...properties].filter(
        (property) => !("parent_of" in property) && !computed(property.name),
      );
      expect(names).toEqual(given.map(({ name }) => name));
    }
  });

  it("have a control that fits: a term has its vocabulary, a list with members knows them", () => {
    for (const { id } of collectionDefinitions)
      for (const { property, kind, members: known } of fieldsOf(id)) {
        if (kind === "term" || kind === "terms")
          expect(vocabularies.get(property.vocabulary ?? ""), property.name).toBeDefined();
        if (kind === "entries") expect(known, property.name).toBeDefined();
        for (const { vocabulary } of known ?? [])
          if (vocabulary) expect(vocabularies.get(vocabulary), vocabulary).toBeDefined();
      }
  });

  it("ask for what the schema asks for", () => {
    const asked = schema.definitions.properties?.required ?? [];
    const types = schema.definitions.properties?.properties ?? {};
    const needed = asked.filter((name) => {
      const type = JSON.stringify(types[name]);
      return !type.includes('"null"') && !type.includes('"array"');
    });
    expect(
      fieldsOf("parks")
        .filter(({ isRequired }) => isRequired)
        .map(({ property }) => property.name),
    ).toEqual(expect.arrayContaining(needed));
  });

  it.each([
    ["citations", "citation"],
    ["outputs", "output"],
    ["grounds", "ground"],
    ["statements", "statement"],
    ["targets", "target"],
  ])("know the members of %s as the schema has them", (type, definition) => {
    const { properties, required = [] } = schema.definitions[definition] as Json;
    const known = members[type] ?? [];
    expect(known.map(({ name }) => name).sort()).toEqual(Object.keys(properties ?? {}).sort());
    for (const member of known) {
      const of = JSON.stringify(properties?.[member.name]);
      expect(member.empty === "absent", member.name).toBe(!required.includes(member.name));
      if (member.empty !== "absent") expect(member.empty === "null", member.name).toBe(of.includes("null"));
      for (const choice of member.choices ?? []) expect(of).toContain(`"${choice}"`);
      if (member.longest) expect(properties?.[member.name]).toMatchObject({ maxLength: member.longest });
    }
  });

  it("say every value of the package and read it again", () => {
    const files = readdirSync(join(data, "layers")).map((file) => file.replace(".geojson", ""));
    let read = 0;
    for (const collection of files)
      for (const { properties } of featuresOf(collection))
        for (const field of fieldsOf(collection)) {
          const value = properties[field.property.name];
          if (value === undefined) continue;
          expect(asValue(field, asText(field, value)), `${collection} ${field.property.name}`).toEqual(value);
          read += 1;
        }
    expect(read).toBeGreaterThan(1000);
  });

  it("take a member of an entry as it is typed, and what is not said as null, absent or empty", () => {
    const [quantity, per] = ["quantity", "per"].map((name) => members.outputs?.find((member) => member.name === name));
    const note = members.targets?.find(({ name }) => name === "note_zh");
    if (!quantity || !per || !note) throw new Error("members are gone");
    expect(withMember({}, quantity, "12.5")).toEqual({ quantity: 12.5 });
    expect(withMember({ per: "year" }, per, "")).toEqual({ per: null });
    expect(withMember({ note_zh: "注" }, note, " ")).toEqual({});
    expect(memberText(quantity, { quantity: 12.5 })).toBe("12.5");
    expect(emptyEntry(members.citations ?? [])).toEqual({
      paragraph: "",
      attribute: null,
      basis: "stated",
      rule: null,
    });
  });

  it("refuse a figure that is none", () => {
    expect(asValue(fieldOf("projects", "accuracy_m"), "about 12")).toBeUndefined();
    expect(asValue(fieldOf("projects", "horizon_to"), "2025.5")).toBeUndefined();
    expect(asValue(fieldOf("projects", "horizon_to"), "2025")).toBe(2025);
  });

  it("send what was changed and nothing else", () => {
    const before = { name_zh: "甲", accuracy_m: null };
    const of = (texts: Record<string, string>) => changedOf(fieldsOf("projects"), before, texts);
    expect(of({ name_zh: "甲", accuracy_m: "" })).toEqual({ changes: {}, wrong: [] });
    expect(of({ name_zh: "乙", accuracy_m: "x" })).toEqual({ changes: { name_zh: "乙" }, wrong: ["accuracy_m"] });
  });
});

describe("what a draft holds, which may be anything", () => {
  it("is shown as it is, whatever field it stands in", () => {
    for (const field of collectionDefinitions.flatMap(({ id }) => fieldsOf(id)))
      for (const value of ["z", 5, true, {}, { a: 1 }, [], ["y"], [null], [5], [[]]]) {
        const text = asText(field, value);
        expect(typeof text).toBe("string");
        expect(() => asValue(field, text)).not.toThrow();
        expect(typeof valueWords(field, value)).toBe("string");
      }
  });

  it("is no list of entries unless it is one", () => {
    expect(entriesOf("")).toEqual([]);
    expect(entriesOf('[{"paragraph":"a"}]')).toEqual([{ paragraph: "a" }]);
    for (const text of ["z", "{", "5", "null", "{}", "[null]", "[5]"]) expect(entriesOf(text)).toBeUndefined();
  });
});
