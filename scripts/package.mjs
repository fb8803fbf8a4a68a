import { cpSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { buildClient, makeTables, publishServer, restoreNpm } from "./lib/build.mjs";
import { options } from "./lib/options.mjs";
import { at, pinyinTable, simplifiedTable } from "./lib/paths.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { Stop, say, step } from "./lib/say.mjs";
import { main } from "./lib/shutdown.mjs";
import { version } from "./lib/version.mjs";

const readme = `# SpatialPlan ${version}

Needs PostgreSQL 15 or later with PostGIS, and for exports \`gdal-bin\`.

\`\`\`sh
export ConnectionStrings__Plan="Host=…;Database=…;Username=…;Password=…"   # the owner of the database
export Plan__Pinyin=gis-data/pinyin.json
./SpatialPlan.Server migrate
./SpatialPlan.Server load gis-data          # or another package; it is served from the database from then on
ASPNETCORE_URLS=http://localhost:5080 ./SpatialPlan.Server
\`\`\`

All settings stand in \`appsettings.json\`; as environment variables \`:\` is \`__\`.
`;

/**
 * `npm run package`: a folder that runs on a machine without .NET, Node.js or this checkout; it needs a PostgreSQL with
 * PostGIS, and gdal-bin for exports. `-- --runtime linux-arm64` for another processor, `-- --output <folder>` elsewhere.
 */
await main(async () => {
  const runtimes = ["linux-x64", "linux-arm64"];
  const usage = `npm run package [-- --runtime ${runtimes.join(" | ")}] [--output <folder>]`;
  const { values } = options(usage, { runtime: { type: "string" }, output: { type: "string" } });
  const runtime = values.runtime ?? (process.arch === "arm64" ? "linux-arm64" : "linux-x64");
  if (!runtimes.includes(runtime))
    throw new Stop(`There is no package for ${runtime}: there are ${runtimes.join(" and ")}.`);
  const folder = values.output ?? at("dist", `spatialplan-${version}-${runtime}`);
  checkPrerequisites();
  await step("Install the npm packages", restoreNpm);
  await step("Make the tables of characters", makeTables);
  await step("Build the client", buildClient);
  rmSync(folder, { recursive: true, force: true });
  await step("Publish the server", () => publishServer(runtime, folder));
  cpSync(at("client", "dist"), join(folder, "client", "dist"), { recursive: true });
  // the text of the plan belongs to its owner, who puts it where the server runs
  cpSync(at("gis-data"), join(folder, "gis-data"), {
    recursive: true,
    filter: (path) => path !== at("gis-data", "plan"),
  });
  for (const table of [pinyinTable, simplifiedTable]) cpSync(table, join(folder, "gis-data", basename(table)));
  for (const file of ["LICENSE", "CHANGELOG.md"]) cpSync(at(file), join(folder, file));
  writeFileSync(join(folder, "README.md"), readme);
  say(`\nThe package is ${folder}; its README.md says how it is started.`);
});
