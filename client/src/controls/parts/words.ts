import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// the first visit has no form in which something must be filled in
learnWords(zh, en);
