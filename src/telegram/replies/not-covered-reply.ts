import { FormattedString } from "@grammyjs/parse-mode";
import type { NotCovered } from "../../answer/answer.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { blocks, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** More words would turn the explanation into a list. */
const MAX_WORDS_NAMED = 3;

/** Says that the article does not answer the question, why, and which questions it does answer. */
export function notCoveredReply(answer: NotCovered, wording: Wording): Reply {
  const { article, nextQuestions } = answer;
  const offer = nextQuestions.length > 0 ? plain(wording.replies.tryThese) : NOTHING;
  return {
    text: blocks(notCoveredLine(answer, wording), offer),
    buttons: article
      ? [
          ...questionButtons(article, nextQuestions),
          [articleButton(article, wording.buttons.overview)],
        ]
      : [],
  };
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
