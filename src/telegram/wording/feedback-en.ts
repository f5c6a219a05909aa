import type { FeedbackWording } from "./wording.ts";

export const ENGLISH_FEEDBACK: FeedbackWording = {
  thanks: "Thanks.",
  whatIsWrong: "What is wrong with it?",
  reasons: {
    "wrong-passage": "Wrong passage",
    "wrong-person": "Wrong person",
    misread: "Not my question",
  },
  noted: (trace) => `Noted as ${trace}`,
  noLongerCounts: "This button no longer counts. Ask again.",
};
