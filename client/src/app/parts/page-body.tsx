import { GapsPage } from "../../gaps/gaps-page.tsx";
import { page } from "../../layout/view.ts";
import { PanoramaPage } from "../../panorama/panorama-page.tsx";
import "./page-body.css";

/** What stands beside the map instead of the tabs: the work list, or the panorama of a chain. */
export function PageBody() {
  return page.value === "gaps" ? <GapsPage /> : <PanoramaPage />;
}
