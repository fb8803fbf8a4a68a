import accuracyEn from "../accuracy/words.en.json";
import accuracyZh from "../accuracy/words.zh.json";
import answerEn from "../answer/words.en.json";
import answerZh from "../answer/words.zh.json";
import appEn from "../app/words.en.json";
import appZh from "../app/words.zh.json";
import appearanceEn from "../appearance/words.en.json";
import appearanceZh from "../appearance/words.zh.json";
import basemapEn from "../basemap/words.en.json";
import basemapZh from "../basemap/words.zh.json";
import cardEn from "../card/words.en.json";
import cardZh from "../card/words.zh.json";
import exportEn from "../export/words.en.json";
import exportZh from "../export/words.zh.json";
import filterEn from "../filter/words.en.json";
import filterZh from "../filter/words.zh.json";
import gapsEn from "../gaps/words.en.json";
import gapsZh from "../gaps/words.zh.json";
import horizonEn from "../horizon/words.en.json";
import horizonZh from "../horizon/words.zh.json";
import keyboardEn from "../keyboard/words.en.json";
import keyboardZh from "../keyboard/words.zh.json";
import layersEn from "../layers/words.en.json";
import layersZh from "../layers/words.zh.json";
import measureEn from "../measure/words.en.json";
import measureZh from "../measure/words.zh.json";
import noticesEn from "../notices/words.en.json";
import noticesZh from "../notices/words.zh.json";
import overMapEn from "../over-map/words.en.json";
import overMapZh from "../over-map/words.zh.json";
import panoramaEn from "../panorama/words.en.json";
import panoramaZh from "../panorama/words.zh.json";
import policiesEn from "../policies/words.en.json";
import policiesZh from "../policies/words.zh.json";
import projectsEn from "../projects/words.en.json";
import projectsZh from "../projects/words.zh.json";
import readingEn from "../reading/words.en.json";
import readingZh from "../reading/words.zh.json";
import searchEn from "../search/words.en.json";
import searchZh from "../search/words.zh.json";
import targetsEn from "../targets/words.en.json";
import targetsZh from "../targets/words.zh.json";
import problemsEn from "./problems.en.json";
import problemsZh from "./problems.zh.json";
import languageEn from "./words.en.json";
import languageZh from "./words.zh.json";

/** The words of every room, and of the codes that the server answers with. A new room adds its two files here. */
export const chinese = {
  ...accuracyZh,
  ...answerZh,
  ...appZh,
  ...appearanceZh,
  ...basemapZh,
  ...cardZh,
  ...exportZh,
  ...filterZh,
  ...gapsZh,
  ...horizonZh,
  ...keyboardZh,
  ...languageZh,
  ...layersZh,
  ...measureZh,
  ...noticesZh,
  ...overMapZh,
  ...panoramaZh,
  ...policiesZh,
  ...projectsZh,
  ...readingZh,
  ...searchZh,
  ...targetsZh,
  ...problemsZh,
};
export const english = {
  ...accuracyEn,
  ...answerEn,
  ...appEn,
  ...appearanceEn,
  ...basemapEn,
  ...cardEn,
  ...exportEn,
  ...filterEn,
  ...gapsEn,
  ...horizonEn,
  ...keyboardEn,
  ...languageEn,
  ...layersEn,
  ...measureEn,
  ...noticesEn,
  ...overMapEn,
  ...panoramaEn,
  ...policiesEn,
  ...projectsEn,
  ...readingEn,
  ...searchEn,
  ...targetsEn,
  ...problemsEn,
};
