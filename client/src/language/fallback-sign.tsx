import { t } from "./t.ts";
import { language, pageLanguage, tagOf } from "./view.ts";
import "./fallback-sign.css";

/** Says that what it stands by is not in the chosen language; nothing where it is. */
export function FallbackSign() {
  if (pageLanguage.value === language.value) return null;
  const says = t("language.fallback");
  return (
    <span class="chip fallback-sign" role="img" lang={tagOf(language.value)} aria-label={says} title={says}>
      {pageLanguage.value.toUpperCase()}
    </span>
  );
}
