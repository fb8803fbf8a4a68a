import { getIndustry, type Industry } from "../api/industries.ts";
import { createRemote } from "./remote.ts";

/** The panoramas that were looked at. */
const held = createRemote<Industry>((chain) => getIndustry(chain));
export const readIndustry = held.read;
export const wantIndustry = held.want;
