import { counted } from "./counted.ts";
import type { OperatorWording } from "./operator-wording.ts";

export const RUSSIAN_OPERATOR: OperatorWording = {
  sinceStart: "С запуска",
  inQuestionLog: (days) =>
    `В журнале, ${counted("ru", days, { one: "день", few: "дня", many: "дней", other: "дня" })}`,
  noQuestionLog: "Журнал не ведётся: чтобы он был, задайте QUESTION_JOURNAL.",
  answers: (count, percent) =>
    `${counted("ru", count, { one: "ответ", few: "ответа", many: "ответов", other: "ответа" })}, из них без найденного ${percent} %`,
  votes: (good, bad) => `Отметки: 👍 ${good} · 👎 ${bad}`,

  gaps: (count) =>
    `Спрашивали напрасно: ${counted("ru", count, { one: "группа", few: "группы", many: "групп", other: "группы" })} вопросов`,
  noGaps: "Напрасно ничего не спрашивали, плохих отметок нет.",
  gap: ({ asked, wordings, trace }) =>
    `${counted("ru", asked, { one: "раз", few: "раза", many: "раз", other: "раза" })}, формулировок: ${wordings} · ${trace}`,

  whichTrace: "Какой ответ? Напишите его номер после /trace.",
  noTrace: (id) => `Ответа ${id} нет: может быть, он слишком старый или в номере ошибка.`,
  shown: (passages) => `Показано: ${passages.join(", ") || "ни одного отрывка"}`,

  commands: {
    stats: "ответы и отметки в числах",
    gaps: "о чём читатели спрашивали напрасно",
    trace: "что привело к ответу, по его номеру",
  },
};
