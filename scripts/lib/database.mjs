import { privateCluster } from "./cluster.mjs";
import { databaseName } from "./plan-package.mjs";
import { explain, say, step } from "./say.mjs";
import { atEnd, isEnding } from "./shutdown.mjs";

/** The configured database, or the private one, started and left at the end of this command. */
export async function openDatabase() {
  const configured = process.env.ConnectionStrings__Plan;
  if (configured)
    return {
      plan: configured,
      staff: process.env.ConnectionStrings__PlanStaff,
      public: process.env.ConnectionStrings__PlanPublic,
      own: undefined,
    };
  const cluster = privateCluster();
  atEnd(cluster.leave);
  await step("Start the private database", cluster.start);
  const name = databaseName();
  if (name !== databaseName({})) await step(`Open the database ${name}`, () => cluster.add(name));
  return { ...logins(cluster, name), own: cluster };
}

/** The three logins of a cluster of ours. */
export const logins = (cluster, database) => ({
  plan: cluster.connection("spatialplan_owner", database),
  staff: cluster.connection("spatialplan_staff", database),
  public: cluster.connection("spatialplan_public", database),
});

/** A crash of PostgreSQL is not the end of the session: it recovers from its log as soon as it is started again. */
export function keepAlive(cluster) {
  let told = false;
  const look = async () => {
    if (isEnding()) return;
    try {
      if (!cluster.running()) {
        if (!told) say("The private database has ended; starting it again.");
        await cluster.revive();
        say("It runs again.");
        told = false;
      }
    } catch (error) {
      // Said once, tried on: a full disk, for one, may be freed while we wait.
      if (!told) say(explain(error));
      told = true;
    }
    setTimeout(look, 2000).unref();
  };
  setTimeout(look, 2000).unref();
}
