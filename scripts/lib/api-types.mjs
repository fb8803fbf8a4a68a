import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";

/** Types of TypeScript from the schemas of an OpenAPI 3.0 document: the subset of JSON Schema that it uses. */

/** Where the types of the client for the answers of `/api` stand. */
export const target = at("client", "src", "api", "answers.ts");

const head =
  "/** Answers of `/api`. Made by `npm run api-types` from server/Web/OpenApi/api.json; not to be edited. */";

/** What stands there when it is fresh. */
export const fresh = () => typesOf(JSON.parse(readFileSync(at("server", "Web", "OpenApi", "api.json"), "utf8")), head);

/** The text of a module with one exported type a schema. */
export function typesOf({ components: { schemas } }, head) {
  return `${[head, ...Object.entries(schemas).map(([name, schema]) => declared(name, schema))].join("\n\n")}\n`;
}

function declared(name, schema) {
  return `${comment(schema, "")}export type ${name} = ${typeOf(schema, "")};`;
}

function typeOf(schema, indent) {
  const type = plain(schema, indent);
  return schema.nullable ? `${type} | null` : type;
}

function plain(schema, indent) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(" & ");
  if (schema.oneOf) return schema.oneOf.map((part) => typeOf(part, indent)).join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "number":
      return schema.type;
    case "integer":
      return "number";
    case "array":
      return listOf(typeOf(schema.items, indent));
    case "object":
      return objectOf(schema, indent);
    case undefined:
      return "unknown";
    default:
      throw new Error(`No type of TypeScript is known for ${JSON.stringify(schema)}.`);
  }
}

const listOf = (item) => (/[|&]/.test(withoutBraces(item)) ? `(${item})[]` : `${item}[]`);

/** A union within an object needs no parentheses around the object. */
function withoutBraces(type) {
  const less = type.replace(/\{[^{}]*\}/g, "");
  return less === type ? type : withoutBraces(less);
}

function objectOf({ properties, required = [], additionalProperties }, indent) {
  if (!properties) return `Record<string, ${typeOf(additionalProperties ?? {}, indent)}>`;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${comment(schema, inner)}${inner}${key}${required.includes(name) ? "" : "?"}: ${typeOf(schema, inner)};`;
  });
  if (additionalProperties) lines.push(`${inner}[property: string]: unknown;`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}

const comment = ({ description }, indent) => (description ? `${indent}/** ${description}. */\n` : "");
