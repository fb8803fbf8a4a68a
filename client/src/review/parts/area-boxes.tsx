import type { ChangeItem } from "../../api/answers.ts";
import { formatLandArea, formatNumber } from "../../language/format.ts";
import { t } from "../../language/t.ts";
import { language } from "../../language/view.ts";
import { areaChangeOf } from "../area-change.ts";

/** An area before and after, and the difference in mu and per cent; nothing where no area changes. */
export function AreaBoxes({ item }: { item: ChangeItem }) {
  if (item.action === "withdraw") return null;
  const change = areaChangeOf(item);
  if (!change) return null;
  const { before, after } = change;
  const net = after - before;
  const percent =
    before > 0 ? `${signOf(net)}${formatNumber(Math.abs((100 * net) / before), language.value, 1)} %` : "";
  return (
    <dl class="review-areas">
      <Box title={t("review.area_before")} lines={before > 0 ? sizeOf(before) : [t("changes.no_place")]} />
      <Box title={t("review.area_after")} lines={after > 0 ? sizeOf(after) : [t("changes.no_place")]} />
      <Box
        title={t("review.area_net")}
        lines={Math.abs(net) < 0.5 ? [t("review.area_same")] : [`${signOf(net)}${sizeOf(Math.abs(net))[0]}`, percent]}
      />
    </dl>
  );
}

const signOf = (net: number): string => (net < 0 ? "−" : "+");

/** Mu first, then hectares; what else the language says of an area has no room here. */
const sizeOf = (squareMetres: number): string[] =>
  formatLandArea(squareMetres, language.value).split(" · ").slice(0, 2);

const Box = ({ title, lines: [first, ...more] }: { title: string; lines: readonly (string | undefined)[] }) => (
  <div>
    <dt>{title}</dt>
    <dd>
      <strong>{first}</strong>
      {more.map((line) => line && <span key={line}>{line}</span>)}
    </dd>
  </div>
);
