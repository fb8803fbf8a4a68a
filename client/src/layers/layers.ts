import { type LayerState, layers } from "./view.ts";

/** Switching, fading and ordering layers: `layers` is always replaced, never changed in place. */
export function setVisible(id: string, visible: boolean): void {
  layers.value = layers.value.map((layer) => (layer.id === id ? { ...layer, visible } : layer));
}

export function setOpacity(id: string, opacity: number): void {
  const kept = Math.round(Math.min(1, Math.max(0, opacity)) * 20) / 20;
  layers.value = layers.value.map((layer) => (layer.id === id ? { ...layer, opacity: kept } : layer));
}

export function setGroupVisible(ids: readonly string[], visible: boolean): void {
  layers.value = layers.value.map((layer) => (ids.includes(layer.id) ? { ...layer, visible } : layer));
}

export function groupVisibility(states: readonly LayerState[], ids: readonly string[]): "on" | "off" | "partly" {
  const members = states.filter((layer) => ids.includes(layer.id));
  const shown = members.filter((layer) => layer.visible).length;
  if (shown === 0) return "off";
  return shown === members.length ? "on" : "partly";
}

/** To `position` of the list, counted from the bottom; the others keep their order. */
export function moveLayer(states: readonly LayerState[], id: string, position: number): readonly LayerState[] {
  const moved = states.find((layer) => layer.id === id);
  if (!moved) return states;
  const others = states.filter((layer) => layer !== moved);
  const at = Math.min(others.length, Math.max(0, position));
  return [...others.slice(0, at), moved, ...others.slice(at)];
}

export function isLayerVisible(states: readonly LayerState[], id: string): boolean {
  return states.find((layer) => layer.id === id)?.visible ?? false;
}
