import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const number = (value, digits = 0) =>
  value === undefined || Number.isNaN(value) ? "" : value.toLocaleString("en", { maximumFractionDigits: digits });
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The table of one installation: medians of the rounds, ratios taken within a round; then the memory of each server. */
export function table({ title, isJudged }, rows, servers) {
  const head =
    "| what | /s | p50 ms | p95 ms | p99 ms | CPU ms | kB | against | budget | |\n|---|---|---|---|---|---|---|---|---|---|";
  const lines = rows.map((row) => {
    const of = (key) => median(row.rounds.map((round) => round[key] ?? Number.NaN));
    const verdicts = row.ratios.map(({ against, values, least, most }) => {
      const value = median(values);
      return {
        text: `${number(value, 2)} × ${against}`,
        budget: least ? `≥ ${least}` : `≤ ${most}`,
        ok: least ? value >= least : value <= most,
      };
    });
    for (const [name, most] of row.times)
      verdicts.push({
        text: `${name} ${number(of(name), 1)} ms`,
        budget: `≤ ${number(most)} ms`,
        ok: of(name) <= most,
      });
    return `| ${row.name} | ${number(of("perSecond"))} | ${number(of("p50"), 1)} | ${number(of("p95"), 1)} | ${number(of("p99"), 1)} | ${number(of("cpu"), 2)} | ${number(of("bytes") / 1024, 1)} | ${verdicts.map(({ text }) => text).join("<br>")} | ${isJudged ? verdicts.map(({ budget }) => budget).join("<br>") : ""} | ${isJudged ? verdicts.map(({ ok }) => (ok ? "✓" : "✗")).join("<br>") : ""} |`;
  });
  const memory = servers.map(({ name, megabytes, when }) => `${megabytes} MB ${name} (since: ${when})`).join("; ");
  return `### ${title}\n\n${head}\n${lines.join("\n")}\n\nMost memory of the server (budget 350 MB): ${memory}.\n`;
}

export function document({ quick, rounds, seconds, tables, growth }) {
  const model = cpus()[0]?.model ?? "unknown processor";
  const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
  return `# Benchmarks

Written by \`npm run bench${quick ? " -- quick" : ""}\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB, everything on this machine, load before the end ${load}. ${rounds} rounds of ${seconds} s each, all measures in turn; a number is the median of the rounds, a ratio the median of the ratios within a round. Trust ratios and CPU, not a lone figure.

Data: \`scripts/bench/scale.sql\`, deterministic; roads are a fifth of the projects (22 vertices each), sites a tenth, waters a two-hundredth. "Raw" is the same statement, prepared, run by pgbench with 4 clients (or what the row says) without any server, and without the bytes going to the client: the length of the tile is returned, which favours raw. Raw answers have no links. Before measuring, tiles of the server are decoded and compared with those of the raw statement, feature by feature, and MapServer's by the codes in each layer; MapServer runs as two processes a core behind nginx. Every row is warmed up first. CPU is that of the server and of PostgreSQL together, per request.

${tables.join("\n")}
${growth}
`;
}
