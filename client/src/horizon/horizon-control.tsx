import { computed } from "@preact/signals";
import { product } from "../catalogue.ts";
import { inLanguage } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { cardWidth, leftOpen, leftWidth, sideOpen, width } from "../layout/layout.ts";
import { windowSize } from "../layout/sheet.ts";
import { AllTargets, IndicatorButton, TargetFigures } from "./parts/target-figures.tsx";
import { Trend } from "./parts/trend.tsx";
import { stepHorizon, stops } from "./stops.ts";
import { horizon } from "./view.ts";
import "./horizon-control.css";

const first = stops[0]?.year ?? 0;
const last = stops.at(-1)?.year ?? first + 1;

/**
 * Less than this beside the panels, and years at their true distance would stand closer than fingers, or in a wide window the
 * figures of the years, are wide. There the targets stand beside the scale.
 */
const LEAST_TRUE_PX = { middle: 440, wide: 720 };
const isEven = computed(() => {
  if (width.value === "phone") return false;
  const taken = (leftOpen.value ? leftWidth.value : 72) + (sideOpen.value ? cardWidth.value : 0);
  return windowSize.value.x - taken < LEAST_TRUE_PX[width.value];
});

/** Stops that are nearer to each other than this share of the scale have room for their years, and for one word of Chinese each. */
const NEAR = 0.2;
const isCrowded = (index: number): boolean => {
  if (language.value === "zh") return false;
  const near = [stops[index - 1], stops[index + 1]].filter(
    (other) => other && Math.abs(share(other.year) - share(stops[index]?.year ?? first)) < NEAR,
  );
  return near.length > 0;
};

/** Where on the scale a year stands, 0 to 1; where there is no room for the truth, stops stand at equal distances. */
function share(value: number): number {
  if (!isEven.value) return (value - first) / (last - first);
  const before = stops.findLastIndex((stop) => stop.year <= value);
  const [from, to] = [stops[before]?.year ?? first, stops[before + 1]?.year ?? last];
  return (before + (to > from ? (value - from) / (to - from) : 0)) / (stops.length - 1);
}

/** The end of the plan period lies behind us: its targets are targets, not results. */
export const isPeriodOver = (year: number): boolean =>
  year === product.default_horizon && new Date().getFullYear() > year;

/** The scale ends this far from the edge of its box. */
const END_PX = 10;
/** What is pressed for a year ends at this share of the way to the next: 2023 and 2025 stand close. */
const REACH = 0.4;
const OVERHANG_PX = 18;

/** The part of the scale that belongs to a stop: wide enough for a finger where its sign is not. */
function fieldOf(index: number) {
  const year = stops[index]?.year ?? first;
  const [before, after] = [stops[index - 1]?.year, stops[index + 1]?.year];
  const start = before === undefined ? 0 : share(before + REACH * (year - before));
  const end = after === undefined ? 1 : share(year + REACH * (after - year));
  const over = { left: before === undefined ? OVERHANG_PX : 0, right: after === undefined ? OVERHANG_PX : 0 };
  const both = over.left + over.right;
  const along = (value: number) => `${value} * (100% - ${2 * END_PX}px)`;
  return {
    style: {
      left: `calc(${END_PX - over.left}px + ${along(start)})`,
      width: `calc(${along(end - start)} + ${both}px)`,
    },
    mark: { left: `calc(${over.left}px + ${(share(year) - start) / (end - start)} * (100% - ${both}px))` },
  };
}

/** Years at their true distance; the figure beside is the target of that year, with its place in the plan. */
export function Horizon() {
  const year = horizon.value;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined;
    if (by) stepHorizon(by);
    else if (event.key === "Home") horizon.value = first;
    else if (event.key === "End") horizon.value = last;
    else return;
    event.preventDefault();
    event.stopPropagation();
    const at = stops.findIndex((entry) => entry.year === horizon.value);
    if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelectorAll("button")[at]?.focus();
  };
  const stopName = (entry: (typeof stops)[number]) =>
    [`${entry.year} ${inLanguage(entry)}`, ...(isPeriodOver(entry.year) ? [t("horizon.over")] : [])].join(" · ");
  return (
    <section class="horizon surface" aria-label={t("horizon.title")} data-map-obstacle>
      <Trend share={share} />
      <div class="horizon-scale" role="radiogroup" aria-label={t("horizon.title")} onKeyDown={onKeyDown}>
        <span class="horizon-track" />
        <span class="horizon-done" style={{ width: `calc(${share(year)} * (100% - 20px))` }} />
        {!isEven.value &&
          Array.from({ length: last - first + 1 }, (_, index) => (
            <span
              key={index}
              class="horizon-tick"
              style={{ left: `calc(10px + ${share(first + index)} * (100% - 20px))` }}
            />
          ))}
        {stops.map((entry, index) => {
          const field = fieldOf(index);
          return (
            // biome-ignore lint/a11y/useSemanticElements: a radio that stands on a scale
            <button
              key={entry.year}
              type="button"
              role="radio"
              aria-checked={entry.year === year}
              aria-label={stopName(entry)}
              tabIndex={entry.year === year ? 0 : -1}
              class="horizon-stop"
              data-past={entry.year <= year}
              data-crowded={entry.year !== year && isCrowded(index)}
              style={field.style}
              onClick={() => {
                horizon.value = entry.year;
              }}
            >
              <span class="horizon-mark" style={field.mark}>
                <span class="horizon-dot" />
                <span class="horizon-year">{entry.year}</span>
                <span class="horizon-word">{inLanguage(entry)}</span>
              </span>
            </button>
          );
        })}
      </div>
      <div class="horizon-target">
        <div aria-live="polite">
          <TargetFigures />
        </div>
        <IndicatorButton />
      </div>
      <div class="horizon-foot">
        <p class="horizon-over">{isPeriodOver(year) && t("horizon.over")}</p>
        <AllTargets />
      </div>
    </section>
  );
}
