import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, ClosestPassages, NearPassage } from "../../answer/answer.ts";
import { openButton, questionButtons } from "./buttons.ts";
import { answeringLine } from "./card/attribution.ts";
import { cardReferences } from "./card/card-buttons.ts";
import { shortQuotation } from "./card/short-quotation.ts";
import { voteButtons } from "./card/vote-buttons.ts";
import { notSaidLine } from "./not-covered-reply.ts";
import { alsoInLine, articleAndPublisher } from "./source-line.ts";
import { blocks, lines, NOTHING, plain, type Button, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Whom the chat is about after the reply: stored in the vote buttons. */
type About = { readonly person?: string | undefined };

/** The passages of which one probably answers: a short quotation of each, and a button to open it. */
export function closestReply(answer: ClosestPassages, { person }: About, wording: Wording): Reply {
  const choices: readonly Citation[] = [answer, ...answer.others];
  const numbers = choices.map((choice, at) => openButton(choice, String(at + 1)));
  return {
    text: blocks(
      FormattedString.bold(wording.replies.closest),
      ...choices.map((choice, at) => numbered(choice, at, wording)),
      originLines(choices, wording),
    ),
    buttons: withVotes(answer, numbers, { person }),
  };
}

/** Says that the article does not seem to say it, and what comes nearest. */
export function nearReply(answer: NearPassage, { person }: About, wording: Wording): Reply {
  return {
    text: blocks(
      notSaidLine(answer, wording),
      lines(
        plain(wording.replies.nearest),
        shortQuotation(answer),
        answeringLine(answer, wording),
        originLines([answer], wording),
      ),
    ),
    buttons: withVotes(answer, [openButton(answer, wording.buttons.show)], { person }),
  };
}

/** The speaker comes first, so that the number stands outside the article's words. */
function numbered(choice: Citation, at: number, wording: Wording): FormattedString {
  return lines(
    FormattedString.join([`${at + 1}. `, answeringLine(choice, wording)]),
    shortQuotation(choice),
  );
}

/** Where the passages are from, and whether the editors translated one of them. */
function originLines(shown: readonly Citation[], wording: Wording): FormattedString {
  const [first] = shown;
  const isTranslated = shown.some(({ passage }) => passage.original !== undefined);
  return lines(
    first ? articleAndPublisher(first.article, wording) : NOTHING,
    first ? alsoInLine(first, wording) : NOTHING,
    isTranslated ? plain(wording.card.editorsTranslation) : NOTHING,
  );
}

function withVotes(
  answer: ClosestPassages | NearPassage,
  opening: readonly Button[],
  { person }: About,
): Reply["buttons"] {
  const { article, nextQuestions } = answer;
  return [
    opening,
    ...questionButtons(article, nextQuestions.slice(0, 1)),
    voteButtons(cardReferences(answer, person)),
  ];
}
