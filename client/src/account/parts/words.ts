import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// most visits sign nobody in: these words come with the sheet
learnWords(zh, en);
