import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words for those who are signed in: they come with the sign
learnWords(zh, en);
