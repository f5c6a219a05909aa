import type { Answerer } from "../answer/answer-question.ts";
import { LANGUAGES, type Language } from "../languages/language.ts";

/** Any question will do that has a common word, a less common one and a name. */
const QUESTIONS: Readonly<Record<Language, string>> = {
  en: "What did the mayor of Paris say about the old bridge?",
  uk: "Що мер Парижа сказав про старий міст?",
  ru: "Что мэр Парижа сказал о старом мосте?",
};

/**
 * Asks a question in each language. Word lists, concepts and vectors are read when they are first needed, which takes
 * some tenths of a second: readers who all ask at once after a start would wait for it, and so would Telegram.
 */
export async function warmUp(answerQuestion: Answerer): Promise<void> {
  for (const language of LANGUAGES) await answerQuestion(QUESTIONS[language]);
}
