import type { SmallTalkTopic } from "../../languages/language-pack.ts";
import type { SmallTalk } from "../answer.ts";
import type { ArticleLibrary } from "../article-library.ts";
import type { SearchedQuestion } from "../search-question.ts";

/** Whoever thanks, agrees or says goodbye has what they came for. */
const ENDING: ReadonlySet<SmallTalkTopic> = new Set(["thanks", "goodbye", "agreement"]);

/** Small talk leads on to the article, or to the list of articles if none has been chosen. */
export function answerSmallTalk(
  topic: SmallTalkTopic,
  { article, text, context }: SearchedQuestion,
  library: ArticleLibrary,
): SmallTalk {
  if (ENDING.has(topic)) return { kind: "small-talk", topic, articles: [], nextQuestions: [] };
  return {
    kind: "small-talk",
    topic,
    articles: article ? [article] : library.articles,
    nextQuestions: article ? library.suggest(article, { question: text, seen: context.seen }) : [],
  };
}
