import type { PlanFeature } from "../api/types.ts";
import { shownTheme } from "../appearance/view.ts";
import { hasRole, kindOfCollection, term } from "../catalogue.ts";
import { characterOf, inkOf, marker, shapeOf } from "../symbols/markers.ts";
import { colour, drawingOf, layerStyle } from "../symbols/style.ts";
import { svgPicture } from "../symbols/svg.ts";
import { swatch } from "../symbols/swatch.ts";

/** Legend pictures, drawn by the same style entries as the map. The text beside says what they mean. */
function Picture({ svg, className }: { svg: string; className: string }) {
  // the markup comes from our own painter and the catalogue, never from people's input
  return <span class={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}

export function LayerSwatch({ collection }: { collection: string }) {
  return (
    <Picture
      className="swatch"
      svg={svgPicture(swatch(collection, shownTheme.value), 32, 20, `swatch-${collection}`)}
    />
  );
}

/** One feature as its layer draws it: by class, by kind, by its own tint, or as its marker. */
export function FeatureSwatch({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const { code, number, plan_status, placement, industry_chain, road_class, hub_kind } = feature.properties;
  if (hasRole(collection, "project")) {
    return <ProjectMarker status={plan_status} chain={industry_chain ?? null} hollow={placement === "inferred"} />;
  }
  if (kindOfCollection(collection) === "point" && !drawingOf(collection))
    return <PointSign collection={collection} feature={feature} />;
  if (drawingOf(collection) === "park" && typeof number === "number") return <span class="park-number">{number}</span>;
  const kind = road_class ?? hub_kind ?? code;
  const picture = swatch(collection, shownTheme.value, String(kind), plan_status);
  const name = `swatch-${collection}-${String(kind)}-${plan_status}`;
  return <Picture className="swatch" svg={svgPicture(picture, 32, 20, name)} />;
}

/** The sign of a point as on the map: shape by status, colour and character by chain or kind, or the character of its layer. */
function PointSign({ collection, feature }: { collection: string; feature: PlanFeature }) {
  const theme = shownTheme.value;
  const { plan_status, placement, industry_chain } = feature.properties;
  const look = {
    shape: shapeOf(plan_status),
    ink: inkOf("industry_chain", industry_chain, theme),
    ground: colour(theme, "marker-ground"),
    char: characterOf(feature) ?? layerStyle(collection, "Point").char,
    hollow: placement === "inferred",
  };
  const name = `sign-${plan_status}-${industry_chain ?? ""}-${look.char ?? ""}-${look.hollow}`;
  return <Picture className="swatch" svg={svgPicture(marker([16, 10], 7, look, 0), 32, 20, name)} />;
}

/** The status as shape and colour: the marker that the map draws for it. */
export function StatusShape({ status, size = 18 }: { status: string; size?: number }) {
  const theme = shownTheme.value;
  const look = {
    shape: shapeOf(status),
    ink: inkOf("plan_status", status, theme),
    ground: colour(theme, "marker-ground"),
  };
  const picture = marker([size / 2, size / 2], size * 0.36, look, 0);
  return <Picture className="status-shape" svg={svgPicture(picture, size, size, `status-${status}-${size}`)} />;
}

/** Shape by status, colour and character by chain: a project in the list looks as on the map. */
export function ProjectMarker({ status, chain, hollow }: { status: string; chain: string | null; hollow: boolean }) {
  const theme = shownTheme.value;
  const ink = inkOf("industry_chain", chain, theme);
  const char = chain ? term("industry_chain", chain)?.char : undefined;
  const look = { shape: shapeOf(status), ink, ground: colour(theme, "marker-ground"), char, hollow };
  return (
    <Picture
      className="project-marker"
      svg={svgPicture(marker([14, 14], 9, look, 0), 28, 28, `project-${status}-${chain}`)}
    />
  );
}

export function ChainBadge({ chain }: { chain: string }) {
  const entry = term("industry_chain", chain);
  return (
    // the character is a picture of the chain, not a part of its name: drawn by the style sheet
    <span
      class="chain-badge"
      style={{ background: entry?.colour?.[shownTheme.value] }}
      data-char={entry?.char}
      aria-hidden="true"
    />
  );
}
