import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { root } from "./paths.mjs";
import { Stop } from "./say.mjs";

export const isRoot = () => process.getuid?.() === 0;

/**
 * The user under whom a new private database runs when we are root (PostgreSQL refuses to be root itself): whoever owns
 * the checkout, so that it stays theirs, else the one that the packages of PostgreSQL make. Undefined = ourselves.
 */
export function databaseAccount() {
  if (!isRoot()) return undefined;
  const owner = statSync(root);
  if (owner.uid !== 0 && nameOf(owner.uid)) return { uid: owner.uid, gid: owner.gid };
  const known = lookUp("postgres") ?? lookUp("spatialplan");
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "spatialplan"]);
  const made = lookUp("spatialplan");
  if (!made)
    throw new Stop(
      "PostgreSQL does not run as root, and no unprivileged user for it could be made: run this as a normal user.",
    );
  return made;
}

/**
 * With sudo in somebody's own checkout everything that is made would be root's, and the next start theirs would fail.
 * In a container there is no sudo: its root may well work in a checkout of a user of the machine outside.
 */
export function refuseSudo({ uid = statSync(root).uid, sudo = process.env.SUDO_UID } = {}) {
  if (!isRoot() || !sudo || sudo === "0" || uid === 0) return;
  const name = nameOf(uid) ?? `user ${uid}`;
  throw new Stop(
    `This checkout belongs to ${name}, and sudo would leave files in it that ${name} cannot change: run the same command as ${name}, without sudo. What needs more rights, installing packages, asks for them by itself.`,
  );
}

/** The name of a user, undefined when there is none with this number. */
export const nameOf = (uid) => spawnSync("id", ["-un", String(uid)], { encoding: "utf8" }).stdout?.trim() || undefined;

/** Home directory of a user, undefined when it has none. */
export const homeOf = (uid) =>
  spawnSync("getent", ["passwd", String(uid)], { encoding: "utf8" }).stdout?.split(":")[5] || undefined;

function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) =>
    Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
  );
  return uid > 0 ? { uid, gid } : undefined;
}
