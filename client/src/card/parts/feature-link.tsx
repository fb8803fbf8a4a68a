import { useByCode } from "../../features/use-by-code.ts";
import { featureName } from "../../language/names.ts";
import { openFeature } from "../../selection/select.ts";

/** The name of another feature, which opens its card; its code until the feature is held. */
export function FeatureLink({ code }: { code: string }) {
  const found = useByCode(code);
  if (!found) return <code>{code}</code>;
  return (
    <button type="button" class="feature-link" onClick={() => openFeature(found.collection, code)}>
      {featureName(found.feature)}
    </button>
  );
}
