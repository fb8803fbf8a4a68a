import { signal } from "@preact/signals";
import { collectionDefinitions, drawOrder, hiddenAtFirst } from "../catalogue.ts";
import { viewField } from "../url/field.ts";

/** Drawing order of the list is bottom to top; opacity 0–1. */
export type LayerState = { id: string; visible: boolean; opacity: number };

const known = collectionDefinitions.map(({ id }) => id);
/** Bottom to top as the catalogue draws them; a collection it does not order lies on top. */
export const defaultLayers: readonly LayerState[] = [
  ...drawOrder.filter((id) => known.includes(id)),
  ...known.filter((id) => !drawOrder.includes(id)),
].map((id) => ({ id, visible: !hiddenAtFirst.has(id), opacity: 1 }));

/** Whether anything of the layer can be seen. */
export const isLayerShown = ({ visible, opacity }: LayerState): boolean => visible && opacity > 0;

export const layers = signal<readonly LayerState[]>(defaultLayers);

/** `a,b:0.5,-c`: bottom to top; `-` is switched off in its place; a layer that is not named is off. */
export function parseLayers(value: string | null): readonly LayerState[] {
  if (!value) return defaultLayers;
  const left = new Set(defaultLayers.map((layer) => layer.id));
  const named: LayerState[] = [];
  for (const entry of value.split(",")) {
    const [, off, id, opacity] = /^(-?)([a-z0-9-]+?)(?::(0|1|0?\.\d+))?$/.exec(entry) ?? [];
    if (!id || !left.delete(id)) continue;
    named.push({ id, visible: off === "", opacity: opacity === undefined ? 1 : Number(opacity) });
  }
  if (named.length === 0) return defaultLayers;
  const rest = defaultLayers.filter((layer) => left.has(layer.id)).map((layer) => ({ ...layer, visible: false }));
  return [...rest, ...named];
}

export function serialiseLayers(states: readonly LayerState[]): string {
  const write = ({ id, visible, opacity }: LayerState) =>
    `${visible ? "" : "-"}${id}${opacity === 1 ? "" : `:${Number(opacity.toFixed(2))}`}`;
  const written = states.map(write).join(",");
  return written === defaultLayers.map(write).join(",") ? "" : written;
}

export const layersField = viewField({
  name: "layers",
  signal: layers,
  parse: parseLayers,
  serialise: serialiseLayers,
  // sliding an opacity is no step of "back"
  choice: (states) => states.map((layer) => ({ ...layer, opacity: 1 })),
});
