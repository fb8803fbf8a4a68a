import { readFileSync } from "node:fs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";

// Reads a style from its standard input; writes a line for each fault that MapLibre's own specification finds.
for (const fault of validateStyleMin(JSON.parse(readFileSync(0, "utf8"))))
  console.log(`${fault.line ?? ""} ${fault.message}`);
