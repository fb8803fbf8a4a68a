import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { lazyPart } from "../../api/lazy-part.ts";

/** The table of all targets and the list of their indicators: a first visit does without. */
const tablePart = lazyPart(() => import("../../targets/targets-table.tsx"));
const listPart = lazyPart(() => import("./indicator-list.tsx"));

/** A panel that is fetched when it is first shown. */
function later<Props extends object>(part: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const came = signal<{ Panel: ComponentType<Props> } | null>(null);
  return function Later(props) {
    useEffect(() => {
      void part().then((Panel) => {
        came.value ??= { Panel };
      });
    }, []);
    const Panel = came.value?.Panel;
    return Panel ? <Panel {...props} /> : <span class="skeleton horizon-coming" />;
  };
}

export const TargetsTableLater = later(async () => (await tablePart()).TargetsTable);
export const IndicatorListLater = later(async () => (await listPart()).IndicatorList);
