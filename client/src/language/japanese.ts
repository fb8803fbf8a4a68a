import contest from "../contest/parts/words.ja.json";
import controls from "../controls/parts/words.ja.json";
import enquiry from "../enquiry/parts/words.ja.json";
import parksParts from "../parks/parts/words.ja.json";
import parks from "../parks/words.ja.json";
import policies from "../policies/words.ja.json";
import shared from "./shared.ja.json";

/** The investor's pages, and what they say with the words of other rooms; loaded when somebody chooses the language (t.ts). */
export const japanese = { ...parks, ...parksParts, ...enquiry, ...contest, ...controls, ...policies, ...shared };
