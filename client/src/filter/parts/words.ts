import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words of the states that staff has confirmed: they come when there are some
learnWords(zh, en);
