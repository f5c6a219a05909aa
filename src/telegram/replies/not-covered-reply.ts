import { FormattedString } from "@grammyjs/parse-mode";
import type { NotCovered } from "../../answer/answer.ts";
import { pointsOf } from "../../answer/citations.ts";
import { mentionsOf } from "../../answer/mentions.ts";
import type { Article, Person } from "../../article/article.ts";
import { articleButton, questionButtons, whoButton } from "./buttons.ts";
import { blocks, NOTHING, plain, type Button, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** More words would turn the explanation into a list. */
const MAX_WORDS_NAMED = 3;

/** Says that the article does not answer the question, why, and which questions it does answer. */
export function notCoveredReply(answer: NotCovered, wording: Wording): Reply {
  const { article, person, nextQuestions } = answer;
  const who = article && person ? buttonOf(person, article) : [];
  const offer = nextQuestions.length > 0 ? plain(wording.replies.tryThese) : NOTHING;
  return {
    text: blocks(notCoveredLine(answer, wording), offer),
    buttons: article
      ? [
          ...questionButtons(article, nextQuestions),
          [...who, articleButton(article, wording.buttons.overview)],
        ]
      : [],
  };
}

/** Opens who somebody is, if the article says anything by or of them. */
function buttonOf(person: Person, article: Article): Button[] {
  const isThere = pointsOf(article, person.id).length > 0 || mentionsOf(article, person).length > 0;
  return isThere ? [whoButton(article, person)] : [];
}

/** Without the suggested questions. */
export function notCoveredLine(
  { reason, person, unknownWords }: NotCovered,
  wording: Wording,
): FormattedString {
  if (reason === "not-said-by" && person) {
    const verdict = FormattedString.bold(wording.replies.notSaid);
    return FormattedString.join([verdict, " ", wording.replies.doesNotQuote(person.name)]);
  }
  if (unknownWords.length === 0) return FormattedString.bold(wording.replies.notSaid);

  const words = unknownWords.slice(0, MAX_WORDS_NAMED);
  return FormattedString.join([
    FormattedString.bold(wording.replies.notInArticle),
    ` ${wording.replies.neverMentions(words.length)} `,
    FormattedString.join(
      words.map((word) => FormattedString.italic(wording.replies.missingWord(word))),
      ", ",
    ),
    ".",
  ]);
}
