import type { Signal } from "@preact/signals";
import { createContext } from "preact";

/** The feature, or the property of it, that the next comment is about; null for the whole set. */
export type Target = { collection: string; code: string; property: string | null; name: string } | null;

export const PinnedTo = createContext<Signal<Target>>({ value: null } as Signal<Target>);
