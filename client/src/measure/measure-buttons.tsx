import { IconButton } from "../controls/icon-button.tsx";
import type { IconName } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { type Tool, tool } from "./view.ts";

const measures: readonly { tool: Exclude<Tool, "none">; icon: IconName; key: "measure.line" | "measure.area" }[] = [
  { tool: "measure-line", icon: "ruler", key: "measure.line" },
  { tool: "measure-area", icon: "area", key: "measure.area" },
];

export function MeasureButtons() {
  return (
    <>
      {measures.map(({ tool: wanted, icon, key }) => (
        <IconButton
          key={wanted}
          icon={icon}
          name={t(key)}
          aria-pressed={tool.value === wanted}
          onClick={() => {
            tool.value = tool.value === wanted ? "none" : wanted;
          }}
        />
      ))}
    </>
  );
}
