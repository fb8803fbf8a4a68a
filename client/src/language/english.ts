import accountEn from "../account/words.en.json";
import accuracyEn from "../accuracy/words.en.json";
import answerEn from "../answer/words.en.json";
import appEn from "../app/words.en.json";
import appearanceEn from "../appearance/words.en.json";
import basemapEn from "../basemap/words.en.json";
import cardEn from "../card/words.en.json";
import changesEn from "../changes/words.en.json";
import exportEn from "../export/words.en.json";
import filterEn from "../filter/words.en.json";
import gapsEn from "../gaps/words.en.json";
import hereEn from "../here/words.en.json";
import historyEn from "../history/words.en.json";
import horizonEn from "../horizon/words.en.json";
import keyboardEn from "../keyboard/words.en.json";
import layersEn from "../layers/words.en.json";
import measureEn from "../measure/words.en.json";
import noticesEn from "../notices/words.en.json";
import overMapEn from "../over-map/words.en.json";
import panoramaEn from "../panorama/words.en.json";
import parksEn from "../parks/words.en.json";
import policiesEn from "../policies/words.en.json";
import projectsEn from "../projects/words.en.json";
import readingEn from "../reading/words.en.json";
import searchEn from "../search/words.en.json";
import targetsEn from "../targets/words.en.json";
import unplacedEn from "../unplaced/words.en.json";
import problemsEn from "./problems.en.json";
import languageEn from "./words.en.json";

/** The same in English; loaded when somebody reads English (t.ts). */
export const english = {
  ...accountEn,
  ...accuracyEn,
  ...answerEn,
  ...appEn,
  ...appearanceEn,
  ...basemapEn,
  ...cardEn,
  ...changesEn,
  ...exportEn,
  ...filterEn,
  ...gapsEn,
  ...hereEn,
  ...historyEn,
  ...horizonEn,
  ...keyboardEn,
  ...languageEn,
  ...layersEn,
  ...measureEn,
  ...noticesEn,
  ...overMapEn,
  ...panoramaEn,
  ...parksEn,
  ...policiesEn,
  ...projectsEn,
  ...readingEn,
  ...searchEn,
  ...targetsEn,
  ...unplacedEn,
  ...problemsEn,
};
