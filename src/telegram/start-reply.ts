import { FormattedString } from "@grammyjs/parse-mode";
import { citationsOf } from "../answer/citations.ts";
import type { Article } from "../article/article.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { libraryReply } from "./library-reply.ts";
import { passageCard } from "./passage-card.ts";
import { blocks, lines, plain, publisherOf, type Reply } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

const MOST_QUESTIONS = 4;

/** What a deep link leads to: `slug` or `slug_passage-id`; anything else is as good as none. */
export function startReply(articles: readonly Article[], payload: string, wording: Wording): Reply {
  const [slug, passageId] = payload.split("_");
  const linked = articles.find((article) => article.slug === slug);
  const article = linked ?? (articles.length === 1 ? articles[0] : undefined);
  if (!article) {
    const { text, buttons } = libraryReply(articles, wording);
    return { text: blocks(plain(wording.promise), text), buttons };
  }

  const linkedPassage = citationsOf(article).find(({ passage }) => passage.id === passageId);
  const offers = questionButtons(article, article.suggestedQuestions.slice(0, MOST_QUESTIONS));
  const buttons = offers.length > 0 ? offers : [[articleButton(article, wording.buttons.overview)]];
  if (linkedPassage)
    return { text: passageCard(linkedPassage, wording), buttons: buttons.slice(0, 2) };
  return {
    text: blocks(
      lines(FormattedString.bold(article.title), publisherOf(article)),
      plain(wording.promise),
    ),
    buttons,
  };
}
