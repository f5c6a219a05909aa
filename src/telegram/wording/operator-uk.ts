import { counted } from "./counted.ts";
import type { OperatorWording } from "./operator-wording.ts";

export const UKRAINIAN_OPERATOR: OperatorWording = {
  sinceStart: "Від запуску",
  inQuestionLog: (days) =>
    `У журналі, ${counted("uk", days, { one: "день", few: "дні", many: "днів", other: "дня" })}`,
  noQuestionLog: "Журнал не ведеться: щоб він був, задайте QUESTION_JOURNAL.",
  answers: (count, percent) =>
    `${counted("uk", count, { one: "відповідь", few: "відповіді", many: "відповідей", other: "відповіді" })}, з них без знайденого ${percent} %`,
  votes: (good, bad) => `Оцінки: 👍 ${good} · 👎 ${bad}`,

  gaps: (count) =>
    `Питали марно: ${counted("uk", count, { one: "група", few: "групи", many: "груп", other: "групи" })} запитань`,
  noGaps: "Марно нічого не питали, поганих оцінок немає.",
  gap: ({ asked, wordings, trace }) =>
    `${counted("uk", asked, { one: "раз", few: "рази", many: "разів", other: "раза" })}, формулювань: ${wordings} · ${trace}`,

  whichTrace: "Яка відповідь? Напишіть її номер після /trace.",
  noTrace: (id) => `Відповіді ${id} немає: може, вона застара або в номері помилка.`,
  shown: (passages) => `Показано: ${passages.join(", ") || "жодного уривка"}`,

  commands: {
    stats: "відповіді та оцінки в числах",
    gaps: "про що читачі питали марно",
    trace: "що привело до відповіді, за її номером",
  },
};
