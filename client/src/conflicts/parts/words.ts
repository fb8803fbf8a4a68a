import { learnWords } from "../../language/t.ts";
import en from "./words.en.json";
import zh from "./words.zh.json";

// words for who goes on from what another has changed: they come with their room
learnWords(zh, en);
