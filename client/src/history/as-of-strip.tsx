import { isSignedInAs } from "../account/session.ts";
import { Icon } from "../controls/icons.tsx";
import { t } from "../language/t.ts";
import { language } from "../language/view.ts";
import { asOf } from "./view.ts";

/** While the plan of another moment is shown nobody shall take it for that of today. */
export function AsOfStrip() {
  const moment = asOf.value;
  if (moment === "") return null;
  const said =
    moment.length === 10
      ? moment
      : new Date(moment).toLocaleString(language.value === "zh" ? "zh-CN" : "en-GB", {
          dateStyle: "medium",
          timeStyle: "short",
        });
  return (
    <div class="strip" role="status" data-map-obstacle>
      <Icon name="clock" size={16} />
      <span>
        {t("history.as_of", { moment: said })}
        {isSignedInAs("staff") && ` · ${t("history.no_changes")}`}
      </span>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          asOf.value = "";
        }}
      >
        {t("history.now")}
      </button>
    </div>
  );
}
