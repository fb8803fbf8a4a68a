import { run } from "../lib/run.mjs";

/** Runs a program of GDAL and gives what it wrote; a complaint of its own is an error. */
export async function gdal(tool, args) {
  const { code, stdout, stderr } = await run(tool, args, {
    limit: { ms: 120_000 },
    env: { CPL_DEBUG: "OFF" },
  });
  if (code !== 0 || /ERROR/.test(stderr))
    throw new Error(`${tool} ${args.join(" ")}: ${stderr.trim() || `exit code ${code}`}`);
  return stdout;
}

/** The addresses that it asked a server for. */
export async function requests(tool, args) {
  const { stderr } = await run(tool, args, {
    limit: { ms: 120_000 },
    env: { CPL_DEBUG: "HTTP" },
  });
  return [...stderr.matchAll(/HTTP: Fetch\((\S+)\)/g)].map(([, address]) => new URL(address));
}

export async function get(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}
