import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout this script belongs to, wherever it was started from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const at = (...parts) => join(root, ...parts);

/** Everything made at run time, git-ignored: the private database too, which is not made again by itself. */
export const runtime = at(".data");
export const logs = join(runtime, "log");
export const pinyinTable = join(runtime, "build", "pinyin.json");
export const simplifiedTable = join(runtime, "build", "simplified.json");
export const serverDll = at("server", "bin", "Release", "net10.0", "SpatialPlan.Server.dll");

/** Short and stable for one checkout: names what has to live outside of it. */
export const checkoutId = createHash("sha256").update(root).digest("hex").slice(0, 12);
