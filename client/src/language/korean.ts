import contest from "../contest/parts/words.ko.json";
import controls from "../controls/parts/words.ko.json";
import enquiry from "../enquiry/parts/words.ko.json";
import parksParts from "../parks/parts/words.ko.json";
import parks from "../parks/words.ko.json";
import policies from "../policies/words.ko.json";
import shared from "./shared.ko.json";

/** The investor's pages, and what they say with the words of other rooms; loaded when somebody chooses the language (t.ts). */
export const korean = { ...parks, ...parksParts, ...enquiry, ...contest, ...controls, ...policies, ...shared };
