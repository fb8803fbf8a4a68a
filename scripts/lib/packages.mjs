import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { installedPostgres, oldestMajor, usablePostgres } from "./postgres.mjs";
import { has, must, run } from "./run.mjs";
import { Stop, say, speaksOfFullDisk, step } from "./say.mjs";

/** Where Debian's packages look whether to make a cluster of their own: they must not, ours is private. */
const noOwnCluster = "/etc/postgresql-common/createcluster.d/spatialplan.conf";

/** Debian's Chromium; before the whole of it the one without a window, which takes half of the processor for a page. */
export const chromium = () =>
  [
    process.env.CHROMIUM,
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path));

/** The Python that the packages of QGIS extend; another one in PATH knows nothing of it. */
export const qgisPython = process.env.QGIS_PYTHON ?? "/usr/bin/python3";

const hasChineseFont = () => spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.trim().length > 0;

/** What a command needs from the system: a name for people, whether it is there, its Debian packages. */
export const needs = {
  database: {
    name: "PostgreSQL with PostGIS",
    there: () => usablePostgres() !== undefined,
    packages: postgresPackages,
  },
  browser: { name: "Chromium", there: () => chromium() !== undefined, packages: browserPackages },
  chineseFont: {
    name: "a Chinese font",
    there: hasChineseFont,
    packages: async () => ["fontconfig", "fonts-noto-cjk"],
  },
  proxy: { name: "nginx", there: () => has("nginx"), packages: async () => ["nginx-light"] },
  gdal: { name: "GDAL", there: () => has("ogr2ogr"), packages: async () => ["gdal-bin"] },
  exportReaders: {
    name: "programs that read exports",
    there: () => spawnSync(qgisPython, ["-c", "import ezdxf, fiona, openpyxl, shapefile"]).status === 0,
    packages: async () => ["python3-ezdxf", "python3-fiona", "python3-openpyxl", "python3-pyshp"],
  },
  qgis: {
    name: "QGIS",
    there: () => spawnSync(qgisPython, ["-c", "import qgis.core"]).status === 0,
    // Without its window: the libraries, their Python, and what opens a layer.
    packages: async () => ["python3-qgis", "qgis-providers"],
  },
};

/**
 * Installs what is missing, all of it after naming it and asking once. `--yes`, CI or no terminal means yes. What
 * SpatialPlan can do without (`useful`) is asked for with the rest; where it cannot be installed, that is said, and the
 * start goes on: without GDAL the server exports GeoJSON and CSV, and answers 503 to the other formats.
 */
export async function ensurePackages(needed, useful = []) {
  try {
    await installMissing([...needed, ...useful]);
  } catch (error) {
    const without = useful.filter((need) => !need.there());
    if (!(error instanceof Stop) || without.length === 0 || !needed.every((need) => need.there())) throw error;
    const names = without.map(({ name }) => name).join(", ");
    say(`${error.message}\nGoing on without ${names}: exports other than GeoJSON and CSV will not work.`);
  }
}

async function installMissing(wanted) {
  const missing = wanted.filter((need) => !need.there());
  if (missing.length === 0) return;
  const what = missing.map((need) => need.name).join(", ");
  const become = rights();
  if (!has("apt-get") || !become) throw new Stop(byHand(what, missing));
  await step("Read the package lists", () => run(...become("apt-get", ["update", "-q"])).then(() => undefined));
  const packages = (await Promise.all(missing.map((need) => need.packages()))).flat();
  say(
    `SpatialPlan needs ${what}. About to install these Debian packages and what they depend on:\n  ${packages.join(" ")}`,
  );
  if (!(await agreed())) throw new Stop(byHand(what, missing));
  await step("Install the packages", () => install(become, packages));
  const still = missing.filter((need) => !need.there());
  if (still.length > 0) throw new Stop(byHand(still.map((need) => need.name).join(", "), still));
}

async function install(become, packages) {
  const fresh = installedPostgres().length === 0 && !existsSync(noOwnCluster);
  const line = `mkdir -p "$(dirname ${noOwnCluster})" && echo "create_main_cluster = false" > ${noOwnCluster}`;
  if (fresh) await must("Tell Debian to make no cluster", ...become("sh", ["-c", line]));
  const options = ["install", "-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"];
  const result = await run(...become("apt-get", [...options, ...packages]));
  if (fresh) await run(...become("rm", ["-f", noOwnCluster]));
  if (result.code === 0) return;
  if (speaksOfFullDisk(result.text)) throw new Stop(result.text);
  throw new Stop(
    `apt-get could not install ${packages.join(" ")}:\n${result.text.trimEnd().split("\n").slice(-6).join("\n")}`,
  );
}

/** Runs a program with the rights that apt-get needs, or undefined when there is no way to have them. */
function rights() {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (process.getuid?.() === 0) return (command, args) => [command, args, { env }];
  const silently = has("sudo") && spawnSync("sudo", ["-n", "true"]).status === 0;
  if (!silently && !(has("sudo") && process.stdin.isTTY)) return undefined;
  return (command, args) => ["sudo", ["env", "DEBIAN_FRONTEND=noninteractive", command, ...args], {}];
}

async function agreed() {
  if (process.argv.includes("--yes") || process.env.CI === "true" || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Continue? [Y/n] ").finally(() => terminal.close());
  return !/^n/i.test(answer.trim());
}

/** The version of a package that the distribution would install. */
const offered = async (name) => (await run("apt-cache", ["policy", name])).stdout.match(/Candidate: (\d\S*)/)?.[1];

async function browserPackages() {
  const small = "chromium-headless-shell";
  return [(await offered(small)) ? small : "chromium"];
}

/** PostGIS for the PostgreSQL that is there, else both at the version the distribution offers. */
async function postgresPackages() {
  for (const { major } of installedPostgres())
    if (await offered(`postgresql-${major}-postgis-3`)) return [`postgresql-${major}-postgis-3`];
  const major = Number.parseInt((await offered("postgresql")) ?? "0", 10);
  if (major < oldestMajor)
    throw new Stop(
      `This distribution offers PostgreSQL ${major || "not at all"}, and SpatialPlan needs ${oldestMajor} or later.\n${byHand("PostgreSQL with PostGIS", [needs.database])}`,
    );
  return [`postgresql-${major}`, `postgresql-${major}-postgis-3`];
}

function byHand(what, missing) {
  const database = missing.includes(needs.database);
  const names = (database_, browser, font, gdal, qgis, readers) =>
    [
      [needs.database, database_],
      [needs.browser, browser],
      [needs.chineseFont, font],
      [needs.gdal, gdal],
      [needs.qgis, qgis],
      [needs.exportReaders, readers],
    ]
      .filter(([need]) => missing.includes(need))
      .map(([, name]) => name)
      .join(" ");
  const lines = [
    `SpatialPlan needs ${what}, and cannot install it here. Install it, then run the same command again:`,
    `  Debian, Ubuntu   sudo apt-get install ${names("postgresql postgresql-postgis", "chromium", "fonts-noto-cjk", "gdal-bin", "python3-qgis qgis-providers", "python3-ezdxf python3-fiona python3-openpyxl python3-pyshp")}`,
    `  Fedora           sudo dnf install ${names("postgresql-server postgresql-contrib postgis", "chromium", "google-noto-sans-cjk-fonts", "gdal", "python3-qgis", "python3-ezdxf python3-fiona python3-openpyxl python3-pyshp")}`,
    `  macOS            brew install ${names("postgresql postgis", "--cask chromium", "font-noto-sans-cjk-sc", "gdal", "--cask qgis", "")}`,
  ];
  if (database)
    lines.push(
      "Or use a database that you already have (PostgreSQL 15 or later with PostGIS):",
      '  ConnectionStrings__Plan="Host=…;Database=…;Username=…;Password=…" npm start',
    );
  return lines.join("\n");
}
