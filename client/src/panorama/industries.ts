import { createRemote } from "../api/remote.ts";
import { getIndustry, type Industry } from "./requests.ts";

/** The panoramas that were looked at. */
const held = createRemote<Industry>((chain) => getIndustry(chain));
export const readIndustry = held.read;
export const wantIndustry = held.want;
