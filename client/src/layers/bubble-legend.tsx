import { t } from "../language/t.ts";
import { bubbles } from "../unplaced/bubbles.ts";

/** What the bubbles beside the badges say, while there are any. */
export function BubbleLegend() {
  const [sample] = bubbles.value.values();
  if (!sample) return null;
  return (
    <p class="bubble-legend">
      <span>{sample.short}</span>
      {t("unplaced.bubble_legend")}
    </p>
  );
}
