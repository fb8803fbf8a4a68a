import type { Enquiry, EnquiryReceipt, EnquiryTerms } from "../api/answers.ts";
import { type Answer, get, send } from "../api/request.ts";

export type { Enquiry, EnquiryReceipt, EnquiryTerms } from "../api/answers.ts";

export const getEnquiryTerms = (): Promise<Answer<EnquiryTerms>> => get<EnquiryTerms>("api/enquiries");

export const sendEnquiry = (enquiry: Enquiry): Promise<Answer<EnquiryReceipt>> =>
  send<EnquiryReceipt>("POST", "api/enquiries", enquiry);
