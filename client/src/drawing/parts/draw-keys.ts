import { learnKeys } from "../../keyboard/keyboard.ts";
import "./words.ts";

// on the sheet of keys from when something can be drawn
learnKeys([
  { keys: ["Enter"], key: "draw.keys_place" },
  { keys: ["←", "↑", "↓", "→"], key: "draw.keys_move" },
  { keys: ["Page Up", "Page Down"], key: "draw.keys_choose" },
  { keys: ["Insert", "Delete"], key: "draw.keys_insert" },
  { keys: ["Ctrl Z", "Shift Ctrl Z"], key: "draw.keys_undo" },
  { keys: ["Alt"], key: "draw.keys_free" },
]);
