import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isKey } from "../language/t.ts";
import "./parts/words.ts";

const server = join(import.meta.dirname, "..", "..", "..", "server");
const files = ["Checks", "ChangeSets"].flatMap((folder) =>
  readdirSync(join(server, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cs"))
    .map((file) => readFileSync(join(server, folder, file), "utf8")),
);
/** Every fault that the server can find in a feature, by its code. */
const codes = [
  ...new Set(files.flatMap((file) => [...file.matchAll(/Fault\(\s*"([a-z-]+)"/g)].map(([, code]) => code ?? ""))),
];

describe("what is wrong with a feature", () => {
  it.each(codes)("has words for whoever has submitted it: %s", (code) => {
    expect(isKey(`fault.${code}`)).toBe(true);
  });

  it("is read from the server's sources", () => {
    expect(codes.length).toBeGreaterThan(25);
  });
});
