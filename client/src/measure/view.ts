import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

export const TOOLS = ["none", "measure-line", "measure-area"] as const;
export type Tool = (typeof TOOLS)[number];

export const tool = signal<Tool>(TOOLS[0]);
export const toolField = choiceField("tool", tool, TOOLS);
