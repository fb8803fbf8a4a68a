import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words of the form: they come with the parts that have its button
learnWords(zh, en);
