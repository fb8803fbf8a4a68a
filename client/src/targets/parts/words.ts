import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words of pages that most visits never open: they come with them
learnWords(zh, en);
