import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { firstVisit } from "./first-visit.ts";
import { pack } from "./pack.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("."),
  plugins: [preact(), pack()],
  resolve: { alias: { "@gis-data": path("../gis-data") } },
  server: { port: 5173, strictPort: true, host: "127.0.0.1", fs: { allow: [path("..")] } },
  // Relative to the page, which may lie under a path of its own behind a proxy.
  base: "./",
  build: {
    outDir: path("dist"),
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ debugName: "first-visit", name: firstVisit() }] } } },
  },
  // A worker waits for its catalogue before it goes on, which only a module can.
  worker: { format: "es" },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    // To begin a browser for each file takes five times as long as the tests; what one file leaves, test-setup.ts takes away.
    pool: "threads",
    isolate: false,
  },
});
