import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words that only those need who type corners: they come with their room
learnWords(zh, en);
