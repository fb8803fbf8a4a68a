import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";

// Reads an OpenAPI document from its standard input; writes a line for each fault that the schema of its version finds.
const { errors = [] } = await new Validator().validate(JSON.parse(readFileSync(0, "utf8")));
for (const fault of typeof errors === "string" ? [errors] : errors)
  console.log(typeof fault === "string" ? fault : `${fault.instancePath} ${fault.message}`);
