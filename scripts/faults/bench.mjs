import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildServer } from "../lib/build.mjs";
import { port as clusterPort, privateCluster } from "../lib/cluster.mjs";
import { freePort } from "../lib/port.mjs";
import { run } from "../lib/run.mjs";
import { startServer } from "../lib/server.mjs";
import { atEnd } from "../lib/shutdown.mjs";
import { faultProxy } from "./proxy.mjs";

/** The real server and a database of its own, with the fault proxy between them. */
export async function bench() {
  const cluster = privateCluster({ throwAway: true });
  atEnd(cluster.leave);
  await cluster.start();
  const proxy = await faultProxy(join(cluster.socket, `.s.PGSQL.${clusterPort}`));
  atEnd(proxy.close);
  const port = await freePort();
  const through = (user) => `Host=127.0.0.1;Port=${proxy.port};Username=${user};Database=spatialplan`;
  const database = {
    plan: through("spatialplan_owner"),
    staff: through("spatialplan_staff"),
    public: through("spatialplan_public"),
  };
  const folder = mkdtempSync(join(tmpdir(), "spatialplan-faults-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  let server;
  atEnd(() => server?.stop());
  return {
    cluster,
    proxy,
    url: `http://localhost:${port}`,
    build: buildServer,
    database,
    /** `owner`: whether it migrates and loads first. */
    start({ owner = true } = {}) {
      const own = owner ? database : { ...database, plan: undefined };
      server = startServer({ port, database: own, name: "fault-server", env: { TMPDIR: folder } });
      return server;
    },
    stop: () => server.stop(),
    /** SIGKILL, as the kernel does it when memory is short. */
    async kill() {
      process.kill(-server.pid, "SIGKILL");
      await server.exited;
    },
    alive: () => {
      try {
        process.kill(server.pid, 0);
        return true;
      } catch {
        return false;
      }
    },
    /** Memory of the server in bytes. */
    memory: () => 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]),
    /** Folders of exports that are being made, or were left behind. */
    jobs: () => readdirSync(folder).filter((name) => name.startsWith("spatialplan-export-")),
    /** Programs that the server has started. */
    children: () =>
      readdirSync(`/proc/${server.pid}/task`).flatMap((thread) =>
        readFileSync(`/proc/${server.pid}/task/${thread}/children`, "utf8").trim().split(" ").filter(Boolean),
      ),
    /** One statement past the proxy; what it gives, without a head. */
    async sql(text) {
      const [command, args] = cluster.psql("spatialplan");
      const { code, stdout, stderr } = await run(command, [
        ...args,
        "-q",
        "-A",
        "-t",
        "-v",
        "ON_ERROR_STOP=1",
        "-c",
        text,
      ]);
      if (code !== 0) throw new Error(stderr);
      return stdout.trim();
    },
  };
}
