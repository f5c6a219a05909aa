import type { FeedbackWording } from "./wording.ts";

export const RUSSIAN_FEEDBACK: FeedbackWording = {
  thanks: "Спасибо.",
  whatIsWrong: "Что с ним не так?",
  reasons: {
    "wrong-passage": "Не тот отрывок",
    "wrong-person": "Не тот человек",
    misread: "Не мой вопрос",
  },
  noted: (trace) => `Записано как ${trace}`,
  noLongerCounts: "Эта кнопка больше не действует. Спросите ещё раз.",
};
