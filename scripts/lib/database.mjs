import { privateCluster } from "./cluster.mjs";
import { step } from "./say.mjs";
import { atEnd, isEnding } from "./shutdown.mjs";

/** The configured database, or the private one, started and left at the end of this command. */
export async function openDatabase() {
  const configured = process.env.ConnectionStrings__Plan;
  if (configured) return { plan: configured, public: process.env.ConnectionStrings__PlanPublic, own: undefined };
  const cluster = privateCluster();
  atEnd(cluster.leave);
  await step("Start the private database", cluster.start);
  return { plan: cluster.connection(), public: cluster.connection("spatialplan_public"), own: cluster };
}

/** A crash of PostgreSQL is not the end of the session: it recovers from its log as soon as it is started again. */
export function keepAlive(cluster) {
  const look = async () => {
    if (isEnding()) return;
    if (!cluster.running())
      await step("The private database has ended; start it again", cluster.revive).catch(() => {});
    setTimeout(look, 2000).unref();
  };
  setTimeout(look, 2000).unref();
}
