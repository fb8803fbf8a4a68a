import { signal } from "@preact/signals";
import { choiceField } from "../url/field.ts";

/** Whether the form is open; a link may open it, with the parks that the link has chosen. */
export const ENQUIRY = ["closed", "open"] as const;
export const enquiry = signal<(typeof ENQUIRY)[number]>(ENQUIRY[0]);
export const enquiryField = choiceField("enquiry", enquiry, ENQUIRY);
