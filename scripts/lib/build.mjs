import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unlessUnchanged } from "./fingerprint.mjs";
import { at, pinyinTable, serverDll, simplifiedTable } from "./paths.mjs";
import { must } from "./run.mjs";
import { Stop } from "./say.mjs";

/** No build server stays behind: Ctrl-C, or the end of the command, leaves nothing running. */
export const dotnetEnv = {
  DOTNET_CLI_TELEMETRY_OPTOUT: "1",
  DOTNET_NOLOGO: "1",
  MSBUILDDISABLENODEREUSE: "1",
  DOTNET_CLI_USE_MSBUILD_SERVER: "0",
};
const quiet = ["-c", "Release", "-v", "q", "-nologo", "-p:UseSharedCompilation=false"];
const common = ["package.json", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig"];

export async function restoreNpm() {
  const lock = createHash("sha256")
    .update(readFileSync(at("package-lock.json")))
    .update(process.platform + process.arch)
    .digest("hex");
  const mark = at("node_modules", ".spatialplan-lock");
  if (lock === textOf(mark)) return "unchanged";
  await must("Installing the npm packages", "npm", ["ci", "--no-audit", "--no-fund"], {
    env: { NODE_ENV: "development" },
  });
  writeFileSync(mark, lock);
}

/** With them the server finds Chinese names by how they sound, and by traditional characters. */
export const makeTables = async () => {
  const made = [await makeTable("pinyin", pinyinTable), await makeTable("simplified", simplifiedTable)];
  return made.every((how) => how === "unchanged") ? "unchanged" : undefined;
};

const makeTable = (name, table) =>
  unlessUnchanged(name, [`scripts/${name}.mjs`, "package-lock.json"], table, async () => {
    await must(`Making the table ${name}`, process.execPath, [at("scripts", `${name}.mjs`)]);
  });

export const buildServer = () =>
  unlessUnchanged("server", ["server", "gis-data/crs", "gis-data/catalogue/schema", ...common], serverDll, async () => {
    await must("Building the server", "dotnet", ["build", "server", ...quiet], { env: dotnetEnv });
  });

/** The server with its runtime, so that a machine needs no .NET; `runtime` as linux-x64. */
export const publishServer = (runtime, folder) =>
  must(
    "Publishing the server",
    "dotnet",
    ["publish", "server", ...quiet, "--runtime", runtime, "--self-contained", "--output", folder],
    { env: dotnetEnv },
  );

/** Everything, tests included; a warning is an error (Directory.Build.props). */
export const buildSolution = () =>
  must("Building server and tests", "dotnet", ["build", "SpatialPlan.sln", ...quiet], { env: dotnetEnv });

export const buildClient = () =>
  unlessUnchanged("client", ["client", "package-lock.json"], at("client", "dist", "index.html"), () => runVite());

export const runVite = ({ show = false } = {}) =>
  must(
    "Building the client",
    process.execPath,
    [vite, "build", "--config", "client/vite.config.ts", "--logLevel", show ? "info" : "warn"],
    { show },
  );

export const vite = join("node_modules", "vite", "bin", "vite.js");

function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw new Stop(`${path} cannot be read: ${error.message}`);
  }
}
