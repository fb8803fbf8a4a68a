import type laterAccount from "../account/parts/words.zh.json";
import accountZh from "../account/words.zh.json";
import accuracyZh from "../accuracy/words.zh.json";
import answerZh from "../answer/words.zh.json";
import appZh from "../app/words.zh.json";
import appearanceZh from "../appearance/words.zh.json";
import basemapZh from "../basemap/words.zh.json";
import cardZh from "../card/words.zh.json";
import type laterChanges from "../changes/parts/words.zh.json";
import changesZh from "../changes/words.zh.json";
import type laterConflicts from "../conflicts/parts/words.zh.json";
import type laterContest from "../contest/parts/words.zh.json";

import type laterControls from "../controls/parts/words.zh.json";
import type laterCorners from "../corners/parts/words.zh.json";
import type laterDrawing from "../drawing/parts/words.zh.json";
import type laterEnquiry from "../enquiry/parts/words.zh.json";
import exportZh from "../export/words.zh.json";
import type laterFilter from "../filter/parts/words.zh.json";
import filterZh from "../filter/words.zh.json";
import gapsZh from "../gaps/words.zh.json";
import type laterHere from "../here/parts/words.zh.json";
import hereZh from "../here/words.zh.json";
import historyZh from "../history/words.zh.json";
import horizonZh from "../horizon/words.zh.json";
import keyboardZh from "../keyboard/words.zh.json";
import layersZh from "../layers/words.zh.json";
import measureZh from "../measure/words.zh.json";
import noticesZh from "../notices/words.zh.json";
import type laterNotifications from "../notifications/parts/words.zh.json";
import overMapZh from "../over-map/words.zh.json";
import panoramaZh from "../panorama/words.zh.json";
import type laterParks from "../parks/parts/words.zh.json";
import parksZh from "../parks/words.zh.json";
import policiesZh from "../policies/words.zh.json";
import projectsZh from "../projects/words.zh.json";
import readingZh from "../reading/words.zh.json";
import type laterReview from "../review/parts/words.zh.json";
import searchZh from "../search/words.zh.json";

import type laterCheck from "../site-check/parts/words.zh.json";

import type laterTargets from "../targets/parts/words.zh.json";

import targetsZh from "../targets/words.zh.json";
import unplacedZh from "../unplaced/words.zh.json";
import problemsZh from "./problems.zh.json";
import languageZh from "./words.zh.json";

/** The words of every room, and of the codes that the server answers with. A new room adds its file here and in english.ts. */
export const chinese = {
  ...accountZh,
  ...accuracyZh,
  ...answerZh,
  ...appZh,
  ...appearanceZh,
  ...basemapZh,
  ...cardZh,
  ...changesZh,
  ...exportZh,
  ...filterZh,
  ...gapsZh,
  ...hereZh,
  ...historyZh,
  ...horizonZh,
  ...keyboardZh,
  ...languageZh,
  ...layersZh,
  ...measureZh,
  ...noticesZh,
  ...overMapZh,
  ...panoramaZh,
  ...policiesZh,
  ...parksZh,
  ...projectsZh,
  ...readingZh,
  ...searchZh,
  ...targetsZh,
  ...unplacedZh,
  ...problemsZh,
};

/** Words that come with a part that is loaded later: their keys alone are here, `learnWords` (t.ts) brings them. */
type Later =
  | keyof typeof laterAccount
  | keyof typeof laterParks
  | keyof typeof laterContest
  | keyof typeof laterControls
  | keyof typeof laterCorners
  | keyof typeof laterDrawing
  | keyof typeof laterHere
  | keyof typeof laterCheck
  | keyof typeof laterEnquiry
  | keyof typeof laterFilter
  | keyof typeof laterChanges
  | keyof typeof laterConflicts
  | keyof typeof laterReview
  | keyof typeof laterNotifications
  | keyof typeof laterTargets;
export type WordKey = keyof typeof chinese | Later;
