import { choiceField } from "../url/field.ts";
import { DRAW_TOOL, NO_TOOL, PLACE_TOOL, tool } from "../viewport/tool.ts";
import { chooseTool } from "./tools/choose.ts";
import { drawTool } from "./tools/draw.ts";
import { measureTool } from "./tools/measure.ts";
import { placeTool } from "./tools/place.ts";
import type { ToolFactory } from "./tools/tool.ts";

/** The tools of the map, by the name that a link carries: a tool is one file of tools/ and one line here. */
export const tools: Readonly<Record<string, ToolFactory>> = {
  [NO_TOOL]: chooseTool,
  [PLACE_TOOL]: placeTool,
  [DRAW_TOOL]: drawTool,
  "measure-line": (on) => measureTool(on, "line"),
  "measure-area": (on) => measureTool(on, "area"),
};

/** Those that a link carries. */
export const TOOLS = Object.keys(tools).filter((name) => name !== PLACE_TOOL && name !== DRAW_TOOL) as [
  string,
  ...string[],
];
export const toolField = choiceField("tool", tool, TOOLS);
