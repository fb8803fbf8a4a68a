import { choiceField } from "../url/field.ts";
import { NO_TOOL, tool } from "../viewport/tool.ts";
import { chooseTool } from "./tools/choose.ts";
import { measureTool } from "./tools/measure.ts";
import type { ToolFactory } from "./tools/tool.ts";

/** The tools of the map, by the name that a link carries: a tool is one file of tools/ and one line here. */
export const tools: Readonly<Record<string, ToolFactory>> = {
  [NO_TOOL]: chooseTool,
  "measure-line": (on) => measureTool(on, "line"),
  "measure-area": (on) => measureTool(on, "area"),
};

export const TOOLS = Object.keys(tools) as [string, ...string[]];
export const toolField = choiceField("tool", tool, TOOLS);
