import type { FeedbackWording } from "./wording.ts";

export const UKRAINIAN_FEEDBACK: FeedbackWording = {
  thanks: "Дякую.",
  whatIsWrong: "Що з нею не так?",
  reasons: {
    "wrong-passage": "Не той уривок",
    "wrong-person": "Не та людина",
    misread: "Не моє запитання",
  },
  noted: (trace) => `Записано як ${trace}`,
  noLongerCounts: "Ця кнопка вже не діє. Запитайте ще раз.",
};
