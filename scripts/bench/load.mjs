import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { libpq, tool } from "../lib/libpq.mjs";
import { must } from "../lib/run.mjs";

const ticksPerSecond = 100;

/** Processor seconds of a process and of all it ever started; 0 for one that is gone. */
export function cpuSeconds(pids) {
  const tree = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const line = read(`/proc/${pid}/stat`);
    const stat = line?.slice(line.lastIndexOf(")") + 2).split(" ");
    if (stat) tree.set(Number(pid), { parent: Number(stat[1]), ticks: stat.slice(11, 15).map(Number) });
  }
  let ticks = 0;
  for (const [
    pid,
    {
      ticks: [user, system, childUser, childSystem],
    },
  ] of tree) {
    for (let at = pid; at > 1; at = tree.get(at)?.parent ?? 0) {
      if (!pids.includes(at)) continue;
      // Children that have ended are counted by the process that waited for them.
      ticks += user + system + (pids.includes(pid) ? childUser + childSystem : 0);
      break;
    }
  }
  return ticks / ticksPerSecond;
}

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** The most memory a process ever held, in MB. */
export const peakMemory = (pid) =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0) / 1024);

/** The memory a process holds now, in MB. */
export const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0) / 1024;

/** Requests over HTTP: `lua` is the body of the function that makes the next path, and the body of a request that posts one. */
export async function http({ folder, url, lua, seconds, connections = 16, headers = {} }) {
  const file = join(folder, "load.lua");
  const fields = Object.entries(headers).map(([name, value]) => `["${name}"] = "${value}"`);
  writeFileSync(
    file,
    `math.randomseed(42)\nlocal body\nlocal headers = {${fields.join(", ")}}\nrequest = function()\n${lua}\nreturn wrk.format(body and "POST" or "GET", path, headers, body)\nend\ndone = function(_, latency) io.write(string.format("p95 %d us\\n", latency:percentile(95.0))) end\n`,
  );
  const { stdout } = await must("Loading the server", "wrk", [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--timeout",
    "10s",
    "--latency",
    "-s",
    file,
    url,
  ]);
  const of = (pattern) => pattern.exec(stdout)?.[1];
  return {
    perSecond: Number(of(/Requests\/sec:\s+([\d.]+)/)),
    p50: milliseconds(of(/^\s+50%\s+(\S+)/m)),
    p95: Number(of(/^p95 (\d+) us/m)) / 1000,
    p99: milliseconds(of(/^\s+99%\s+(\S+)/m)),
    count: Number(of(/(\d+) requests in/)),
    bytes: megabytes(of(/requests in [^,]+, (\S+) read/)) / Number(of(/(\d+) requests in/)),
    wrong: Number(of(/Non-2xx or 3xx responses: (\d+)/) ?? 0),
  };
}

const milliseconds = (text) => {
  const [, number, unit] = /([\d.]+)(\w+)/.exec(text ?? "0ms");
  return Number(number) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit];
};
const megabytes = (text) => {
  const [, number, unit] = /([\d.]+)(\w+)/.exec(text ?? "0B");
  return Number(number) * { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 }[unit];
};

/** The statement itself, prepared, without any server in front of it. */
export async function raw({ folder, address, script, seconds, clients, options = "" }) {
  const file = join(folder, "raw.sql");
  writeFileSync(file, script);
  const { stdout } = await must(
    "Running the raw statement",
    tool("pgbench"),
    ["-n", "-M", "prepared", "-c", String(clients), "-j", "1", "-T", String(seconds), "-f", file],
    { env: { ...libpq(address), PGOPTIONS: `-c max_parallel_workers_per_gather=0 -c jit=off ${options}` } },
  );
  return {
    perSecond: Number(/tps = ([\d.]+)/.exec(stdout)[1]),
    p50: Number(/latency average = ([\d.]+)/.exec(stdout)[1]),
    count: Number(/actually processed: (\d+)/.exec(stdout)[1]),
  };
}
