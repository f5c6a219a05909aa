import { type Answerer, prepareAnswers } from "../answer/answer-question.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { type Language, LANGUAGES } from "../languages/language.ts";

/** Any question will do that has a common word, a less common one and a name. */
const QUESTIONS: Readonly<Record<Language, string>> = {
  en: "What did the mayor of Paris say about the old bridge?",
  uk: "Що мер Парижа сказав про старий міст?",
  ru: "Что мэр Парижа сказал о старом мосте?",
};

/** Has some of their words, so that these are looked for. */
const ARTICLE = "# The bridge\n\nThe mayor of Paris said that the old bridge was safe.\n";

/**
 * Asks a question in each language. Word lists, concepts and vectors are read when they are first needed, which takes
 * some tenths of a second: readers who all ask at once after a start would wait for it, and so would Telegram.
 */
export async function warmUp(answerQuestion: Answerer): Promise<void> {
  readSourceMap();
  for (const language of LANGUAGES) await answerQuestion(QUESTIONS[language]);
}

/** Node reads it for the first stack of an error that is looked at, which takes 25 ms. */
function readSourceMap(): string | undefined {
  return new Error("to look at its stack").stack;
}

/**
 * Does as much of it as can be done while a thread still reads the articles. Takes half a second, in which this thread
 * does nothing else.
 */
export function warmUpWithoutArticles(): void {
  const parsed = parseArticle(ARTICLE, "bridge.md");
  if (parsed.kind === "faulty") throw new Error("the article to warm up with is faulty");
  const answerQuestion = prepareAnswers([parsed.article]);
  for (const language of LANGUAGES) answerQuestion(QUESTIONS[language]);
}
