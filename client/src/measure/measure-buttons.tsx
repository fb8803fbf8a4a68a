import { IconButton } from "../controls/icon-button.tsx";
import type { IconName } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { NO_TOOL, tool } from "../viewport/tool.ts";

const measures: readonly { tool: string; icon: IconName; key: "measure.line" | "measure.area" }[] = [
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
            tool.value = tool.value === wanted ? NO_TOOL : wanted;
          }}
        />
      ))}
    </>
  );
}
