import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { refuseSudo } from "./account.mjs";
import { at, root } from "./paths.mjs";
import { Stop } from "./say.mjs";

/** What the person brings beside Node.js (see command.cjs): the .NET SDK, and a checkout they may write to. */
export function checkPrerequisites() {
  refuseSudo();
  checkDotnet();
  checkOwner();
}

function checkDotnet() {
  const own = join(homedir(), ".dotnet");
  if (spawnSync("dotnet", ["--version"], { cwd: "/" }).error && existsSync(join(own, "dotnet")))
    process.env.PATH = `${own}:${process.env.PATH}`;
  const sdks = spawnSync("dotnet", ["--list-sdks"], { encoding: "utf8", cwd: "/" });
  const wanted = JSON.parse(readFileSync(at("global.json"), "utf8")).sdk.version;
  const found = (sdks.stdout ?? "")
    .split("\n")
    .map((line) => line.split(" ")[0])
    .filter(Boolean);
  const major = (version) => version.split(".")[0];
  if (!found.some((version) => major(version) === major(wanted) && atLeast(version, wanted)))
    throw new Stop(
      `SpatialPlan needs the .NET SDK ${wanted} or later of version ${major(wanted)}, and ${found.length > 0 ? `only ${found.join(", ")} is installed` : "there is none"}: install it from https://dotnet.microsoft.com/download.`,
    );
}

function checkOwner() {
  for (const place of [root, at(".data"), at("node_modules"), at("server", "obj")].filter((path) => existsSync(path))) {
    try {
      accessSync(place, constants.W_OK);
    } catch {
      throw new Stop(
        `${place} cannot be written by you: run this as the user to whom the checkout belongs, or clone it again as yourself.`,
      );
    }
  }
}

function atLeast(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split(/[.-]/).map(Number));
  for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) > (b[i] ?? 0);
  return true;
}
