import { createServer } from "node:net";
import { Stop } from "./say.mjs";

/** `--port`, else PORT, else 5080. Npm wants `--` before options: npm start -- --port 5081. */
export function wantedPort({ port: given }) {
  const text = given ?? (process.env.PORT || "5080");
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new Stop(`${text} is not a port: choose a number from 1 to 65535.`);
  return port;
}

export async function checkPort(port) {
  const errors = await Promise.all(["127.0.0.1", "::1"].map((host) => tryListen(port, host)));
  if (errors.includes("EACCES"))
    throw new Stop(
      `Port ${port} needs more rights than you have: choose one above 1023, for example npm start -- --port 5080.`,
    );
  if (!errors.includes("EADDRINUSE")) return;
  if (await isOurs(port))
    throw new Stop(
      `SpatialPlan runs already at http://localhost:${port} : open it, or stop it first, or start a second one with npm start -- --port ${port + 1}.`,
    );
  throw new Stop(
    `Port ${port} is in use by another program: stop that program, or choose another port with npm start -- --port ${port + 1}.`,
  );
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const tryListen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer().once("error", (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

/** A SpatialPlan server is known by its landing page, whatever its state. */
async function isOurs(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/ogc/conformance`, { signal: AbortSignal.timeout(1500) });
    return answer.ok && Array.isArray((await answer.json()).conformsTo);
  } catch {
    return false;
  }
}
