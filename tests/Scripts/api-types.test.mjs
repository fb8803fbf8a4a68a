import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fresh, target, typesOf } from "../../scripts/lib/api-types.mjs";

test("the types of the answers of the API are those of its description (npm run api-types makes them)", () => {
  assert.equal(readFileSync(target, "utf8"), fresh());
});

test("each kind of schema is a type", () => {
  const schemas = {
    Place: {
      description: "Where",
      type: "object",
      required: ["x", "of"],
      properties: {
        x: { type: "number", nullable: true },
        of: { nullable: true, allOf: [{ $ref: "#/components/schemas/Name" }] },
        names: { type: "array", items: { $ref: "#/components/schemas/Name" } },
        "x-many": { type: "object", additionalProperties: { type: "integer" } },
      },
    },
    Name: { type: "string", enum: ["a", "b"] },
    Names: { type: "array", items: { type: "string", nullable: true } },
    Groups: { type: "array", items: { type: "object", properties: { name: { type: "string", enum: ["a", "b"] } } } },
  };
  assert.equal(
    typesOf({ components: { schemas } }, "/** Head. */"),
    `/** Head. */

/** Where. */
export type Place = {
  x: number | null;
  of: Name | null;
  names?: Name[];
  "x-many"?: Record<string, number>;
};

export type Name = "a" | "b";

export type Names = (string | null)[];

export type Groups = {
  name?: "a" | "b";
}[];
`,
  );
});

test("a schema that no type is known for is an error", () => {
  assert.throws(() => typesOf({ components: { schemas: { Odd: { type: "file" } } } }, ""), /file/);
});
