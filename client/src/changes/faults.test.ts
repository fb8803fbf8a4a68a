import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { h, render } from "preact";
import { describe, expect, it } from "vitest";
import { isKey, t } from "../language/t.ts";
import { Faults } from "./faults.tsx";
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

describe("why something was refused", () => {
  const said = (code: string, args: Record<string, unknown> | null) => {
    const place = document.createElement("div");
    render(h(Faults, { problem: { status: 409, code, args } }), place);
    return place.textContent;
  };

  it("is said of a refusal that names nothing", () => {
    expect(said("base-is-stale", null)).toBe(t("problem.base-is-stale"));
  });

  it("calls what it names as its field is called", () => {
    const basis = t("changes.basis");
    expect(said("property-missing", { property: "basis" })).toBe(t("problem.property-missing", { property: basis }));
    const name = said("text-control-character", { property: "basis" });
    expect(name).toBe(t("fault.text-control-character", { property: basis }));
  });
});
