import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { at } from "./paths.mjs";
import { freePort } from "./port.mjs";
import { Stop } from "./say.mjs";
import { atEnd } from "./shutdown.mjs";

/**
 * nginx with the settings that server/README.md gives, in front of a server that is about to start on `target`: under
 * /map on two ports, one takes the path off, the other passes it on. Answers with both addresses, without a slash at
 * their end.
 */
export async function startProxy({ folder, target }) {
  mkdirSync(folder, { recursive: true });
  const ports = [await freePort(), await freePort()];
  const { locations, shared } = settings(target);
  const file = join(folder, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  ${shared.join("\n  ")}
  ${locations.map((location, place) => `server { listen 127.0.0.1:${ports[place]};\n    ${location}\n  }`).join("\n  ")}
}
`,
  );
  const nginx = spawn("nginx", ["-p", folder, "-e", join(folder, "nginx.log"), "-c", file], { stdio: "ignore" });
  const exited = new Promise((resolve) => nginx.once("exit", resolve).once("error", resolve));
  atEnd(async () => {
    nginx.kill("SIGTERM");
    await exited;
  });
  const [takesOff, passesOn] = ports.map((port) => `http://localhost:${port}/map`);
  if (!(await listens(takesOff))) throw new Stop(`nginx did not start; its log is ${folder}/nginx.log.`);
  return { takesOff, passesOn };
}

/** What the document tells people to write: two ways to pass requests on, and what both need. */
function settings(target) {
  const [, block] = /```nginx\n([\s\S]*?)```/.exec(readFileSync(at("server", "README.md"), "utf8")) ?? [];
  const lines = (block ?? "").replaceAll("http://127.0.0.1:5080", target).trim().split("\n");
  const locations = lines.filter((line) => line.startsWith("location "));
  if (locations.length !== 2) throw new Stop("server/README.md no longer has the two locations of nginx.");
  return { locations, shared: lines.filter((line) => !locations.includes(line)) };
}

/** Any answer will do: the server behind it comes later. */
async function listens(url) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answers = await fetch(url.replace("localhost", "127.0.0.1"), { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (answers) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
