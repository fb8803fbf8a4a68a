import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words for those who review: they come with their room
learnWords(zh, en);
