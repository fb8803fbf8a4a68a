import { themeField } from "../appearance/view.ts";
import { basemapField } from "../basemap/view.ts";
import { siteDraftField } from "../changes/view.ts";
import { enquiryField } from "../enquiry/view.ts";
import { statusShownField } from "../features/status-shown.ts";
import { colourField, filterField } from "../filter/view.ts";
import { gapKindField, gapRuleField, shownGapField } from "../gaps/view.ts";
import { questionField } from "../here/view.ts";
import { asOfField } from "../history/view.ts";
import { horizonField } from "../horizon/view.ts";
import { languageField } from "../language/view.ts";
import { layersField } from "../layers/view.ts";
import { pageField, tabField } from "../layout/view.ts";
import { toolField } from "../map/tools.ts";
import { panoramaField } from "../panorama/view.ts";
import { parksFields } from "../parks/view.ts";
import { investorKindField, policyKindField, policyParkField, shownPolicyField } from "../policies/view.ts";
import { scopeField, sortField } from "../projects/view.ts";
import { citedField, markField, readingField, shownField, textQueryField } from "../reading/view.ts";
import { searchField } from "../search/view.ts";
import { selectionField } from "../selection/view.ts";
import { indicatorField, indicatorsFields } from "../targets/view.ts";
import type { View } from "../url/address.ts";
import { mapView } from "../viewport/view.ts";

/** The state of the view: all of it is in the URL, in this order; nothing shareable lives elsewhere. */
export const view: View = {
  map: mapView,
  fields: [
    layersField,
    filterField,
    horizonField,
    asOfField,
    indicatorField,
    selectionField,
    citedField,
    markField,
    shownField,
    pageField,
    panoramaField,
    gapRuleField,
    gapKindField,
    shownGapField,
    policyKindField,
    investorKindField,
    policyParkField,
    shownPolicyField,
    ...indicatorsFields,
    ...parksFields,
    questionField,
    siteDraftField,
    enquiryField,
    tabField,
    readingField,
    textQueryField,
    sortField,
    scopeField,
    colourField,
    statusShownField,
    basemapField,
    toolField,
    languageField,
    themeField,
    searchField,
  ],
};
