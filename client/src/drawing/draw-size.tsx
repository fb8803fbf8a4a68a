import { useEffect, useState } from "preact/hooks";
import { formatLength } from "../language/format.ts";
import { type Key, t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { areaTexts } from "./area-text.ts";
import { shown } from "./editor.ts";
import { measured } from "./measured.ts";
import { said } from "./said.ts";
import "./parts/words.ts";

/** How large what is drawn is, on the ellipsoid; nothing of a point. */
export function DrawSize() {
  const { area_m2, perimeter_m } = measured.value;
  if (perimeter_m === 0) return null;
  const length = formatLength(perimeter_m, language.value);
  if (area_m2 === 0) return <p class="draw-size-line">{t("draw.length", { length })}</p>;
  const [mu, ...others] = areaTexts(area_m2, language.value);
  return (
    <p class="draw-size-line">
      <strong>{mu}</strong> {others.join(" · ")} <span class="note">{t("draw.perimeter", { length })}</span>
    </p>
  );
}

/** At rest, not with every move of the pointer. */
const REST_MS = 500;

/** What has happened, for those who hear it: the step, and how large it is now. `more`: what the panel has to add. */
export function DrawSpoken({ more = "" }: { more?: string }) {
  const [spoken, setSpoken] = useState("");
  const last = said.value;
  const area = measured.value.area_m2;
  const isArea = shown.value.type.endsWith("Polygon") && area > 0;
  const words = [
    ...(last ? [t(`draw.said_${last.code}` as Key, last.args)] : []),
    ...(isArea ? [t("draw.said_size", { area: areaTexts(area, language.value)[0] })] : []),
    more,
  ]
    .filter(Boolean)
    .join(" ");
  useEffect(() => {
    const rest = window.setTimeout(() => setSpoken(words), REST_MS);
    return () => window.clearTimeout(rest);
  }, [words, last?.time]);
  return (
    <div class="spoken" role="status" aria-live="polite">
      {spoken}
    </div>
  );
}
