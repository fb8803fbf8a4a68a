import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NeedsRole } from "../account/needs-role.tsx";
import type { PlanFeature } from "../api/types.ts";
import { featuresIn } from "../features/features-in.ts";
import { findFeature } from "../features/plan.ts";
import { t } from "../language/t.ts";
import { nameOf } from "./begun.ts";
import { Correction } from "./parts/correction.tsx";
import { SideSheet } from "./side-sheet.tsx";
import { correcting } from "./view.ts";

const close = () => {
  correcting.value = null;
};

/** Corrects a feature, or gives it its place: a change set of one, submitted for review. */
export function CorrectionSheet() {
  const chosen = correcting.value;
  return chosen ? (
    <Sheet key={`${chosen.collection}/${chosen.code}/${chosen.begun?.draft?.id ?? ""}`} {...chosen} />
  ) : null;
}

/** What a new feature is corrected from. */
const nothingYet = (code: string) =>
  ({ type: "Feature", id: code, geometry: null, properties: { code } }) as unknown as PlanFeature;

function Sheet({ collection, code, begun }: NonNullable<typeof correcting.value>) {
  // what is corrected stays as it was opened, whatever comes meanwhile: the server says when it is stale
  const feature = useSignal<PlanFeature | null>(
    begun?.isNew ? nothingYet(code) : (findFeature(collection, code) ?? null),
  );
  useEffect(() => {
    if (!feature.peek())
      void featuresIn(collection)
        .want(code)
        .then((found) => {
          feature.value = found;
        });
  }, []);
  const title = `${t("changes.correct")} · ${feature.value ? nameOf(feature.value, begun) : code}`;
  return (
    <SideSheet kind="correction" label={t("changes.correct")} title={title} close={close}>
      <NeedsRole name="staff">
        {() =>
          feature.value && (
            <Correction collection={collection} feature={feature.value} begun={begun ?? null} done={close} />
          )
        }
      </NeedsRole>
    </SideSheet>
  );
}
