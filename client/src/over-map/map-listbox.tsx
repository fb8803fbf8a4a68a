import { useSignal, useSignalEffect } from "@preact/signals";
import { FeatureSwatch } from "../controls/swatch.tsx";
import { findFeature } from "../features/plan.ts";
import { formatNumber } from "../language/format.ts";
import { collectionTitle, featureName } from "../language/names.ts";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { openFeature } from "../selection/select.ts";
import { isSame } from "../selection/selection.ts";
import { hovered, selection } from "../selection/view.ts";
import { inView, moreInView } from "../viewport/map-link.ts";
import "./map-listbox.css";

/** The map for those who do not point: what is in view, most important first, in step with the drawing. */
export function MapListbox() {
  const active = useSignal(0);
  const focused = useSignal(false);
  useSignalEffect(() => {
    if (active.value >= inView.value.length) active.value = Math.max(0, inView.value.length - 1);
  });
  const refs = inView.value;
  const pointAt = (index: number) => {
    active.value = index;
    const ref = inView.value[index];
    hovered.value = ref ? { kind: "feature", ...ref } : { kind: "none" };
    document.getElementById(`in-view-${index}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = refs.length;
    const to = { ArrowDown: active.value + 1, ArrowUp: active.value - 1, Home: 0, End: count - 1 }[event.key];
    if (to !== undefined) pointAt(Math.max(0, Math.min(count - 1, to)));
    else if (event.key === "Enter" || event.key === " ") {
      const ref = refs[active.value];
      if (ref) openFeature(ref.collection, ref.code, true);
    } else if (event.key === "Escape") document.getElementById("map")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="map-listbox surface" aria-label={t("map.listbox_title")} data-focused={focused.value}>
      <p class="section-head">
        <span>{t("map.in_view", { count: refs.length })}</span>
        {moreInView.value > 0 && (
          <span>{t("map.more_in_view", { count: formatNumber(moreInView.value, language.value) })}</span>
        )}
      </p>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t("map.listbox")}
        aria-activedescendant={focused.value && refs.length > 0 ? `in-view-${active.value}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={() => {
          focused.value = true;
          pointAt(active.value);
        }}
        onBlur={() => {
          focused.value = false;
          hovered.value = { kind: "none" };
        }}
      >
        {focused.value &&
          refs.map(({ collection, code, feature: seen }, index) => {
            const feature = findFeature(collection, code) ?? seen;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list (aria-activedescendant)
              <div
                key={`${collection} ${code}`}
                id={`in-view-${index}`}
                role="option"
                aria-selected={isSame(selection.value, collection, code)}
                data-active={index === active.value}
                class="map-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => openFeature(collection, code, true)}
              >
                {feature && <FeatureSwatch collection={collection} feature={feature} />}
                <span>{feature ? featureName(feature) : code}</span>
                <small>{collectionTitle(collection)}</small>
              </div>
            );
          })}
      </div>
    </section>
  );
}
