import { exportTests } from "./clients/export-tests.mjs";
import { gdalTests } from "./clients/gdal-tests.mjs";
import { qgisLayerTests } from "./clients/qgis-layer-tests.mjs";
import { qgisTests } from "./clients/qgis-tests.mjs";
import { buildServer, restoreNpm } from "./lib/build.mjs";
import { privateCluster } from "./lib/cluster.mjs";
import { ensurePackages, needs } from "./lib/packages.mjs";
import { checkPrerequisites } from "./lib/prerequisites.mjs";
import { step } from "./lib/say.mjs";
import { atEnd, main } from "./lib/shutdown.mjs";
import { serve } from "./lib/stages.mjs";
import { add, emptyTally, report, tallied, words } from "./lib/tally.mjs";
import { inTurn } from "./lib/turn.mjs";

/** `npm run test:clients`: programs that others wrote read the real server over its OGC API. */
await main(async () => {
  checkPrerequisites();
  const cluster = await inTurn(async () => {
    await ensurePackages([needs.database, needs.gdal, needs.qgis]);
    await step("Install the npm packages", restoreNpm);
    await step("Build the server", buildServer);
    const cluster = privateCluster({ throwAway: true });
    atEnd(cluster.leave);
    await step("Start a throw-away database", cluster.start);
    return cluster;
  });
  let url;
  await step("Start the server", async () => {
    url = await serve({ cluster });
  });
  const total = emptyTally();
  for (const [doing, tests] of [
    ["Read every collection with GDAL", gdalTests],
    ["Read every collection with QGIS", qgisTests],
    ["Open layer definitions in QGIS", qgisLayerTests],
    ["Open every export with GDAL", exportTests],
  ])
    await step(doing, async () => {
      const tally = await tallied((test) => tests(url, test));
      add(total, tally);
      return words(tally);
    });
  return report(total);
});
