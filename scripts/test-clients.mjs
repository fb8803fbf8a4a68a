import { gdalTests } from "./clients/gdal-tests.mjs";
import { nameTests } from "./clients/name-tests.mjs";
import { qgisLayerTests } from "./clients/qgis-layer-tests.mjs";
import { qgisStyleTests } from "./clients/qgis-style-tests.mjs";
import { qgisTests } from "./clients/qgis-tests.mjs";
import { tileTests } from "./clients/tile-tests.mjs";
import { buildServer, restoreNpm } from "./lib/build.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { options } from "./lib/options.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { step } from "./lib/say.mjs";
import { atEnd, main } from "./lib/shutdown.mjs";
import { serve } from "./lib/stages.mjs";
import { add, emptyTally, report, tallied, words } from "./lib/tally.mjs";
import { inTurn } from "./lib/turn.mjs";

/** What QGIS, conda or an administrator may have set for other programs, and what it would do to the server's. */
const foreign = {
  PROJ_LIB: "/var/empty",
  PROJ_DATA: "/var/empty",
  GDAL_DATA: "/var/empty",
  GDAL_DRIVER_PATH: "/var/empty",
  OGR_SKIP: "GPKG",
  PGOPTIONS: "-c search_path=elsewhere -c default_transaction_read_only=on",
  PGSSLCERT: "/var/empty/client.crt",
  PGUSER: "nobody",
  PGTARGETSESSIONATTRS: "standby",
};

/** `npm run test:clients`: programs that others wrote read the real server over its OGC API. */
await main(async () => {
  options("npm run test:clients [-- --yes]", { yes: { type: "boolean" } });
  checkPrerequisites();
  const cluster = await inTurn(async () => {
    await ensurePackages([needs.database, needs.gdal, needs.qgis, needs.exportReaders]);
    await step("Install the npm packages", restoreNpm);
    await step("Build the server", buildServer);
    const cluster = privateCluster({ throwAway: true, inMemory: true });
    atEnd(cluster.leave);
    await step("Start a throw-away database", cluster.start);
    return cluster;
  });
  let url;
  await step("Start the server", async () => {
    url = await serve({ cluster }, "server", foreign);
  });
  // It uses a package, which was not there before.
  const { exportTests } = await import("./clients/export-tests.mjs");
  const total = emptyTally();
  for (const [doing, tests] of [
    ["Read every collection with GDAL", gdalTests],
    ["Read every collection with QGIS", qgisTests],
    ["Open layer definitions in QGIS", qgisLayerTests],
    ["Draw every collection in QGIS with its styles", qgisStyleTests],
    ["Read vector tiles with GDAL", tileTests],
    ["Open every export with GDAL", exportTests],
    ["Read names of every kind in every format with two programs", nameTests],
  ])
    await step(doing, async () => {
      const tally = await tallied((test) => tests(url, test, { cluster }));
      add(total, tally);
      return words(tally);
    });
  return report(total);
});
