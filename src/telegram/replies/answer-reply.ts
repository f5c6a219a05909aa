import { FormattedString } from "@grammyjs/parse-mode";
import type { OverviewAnswer } from "../../answer/answer.ts";
import type { Outcome } from "../../answer/answer-question.ts";
import { correctionLine } from "./correction-line.ts";
import { articleReply } from "./article-reply.ts";
import { type ArticleListing, libraryReply } from "./library-reply.ts";
import { menuReply } from "./menu-reply.ts";
import { listReply } from "./list-reply.ts";
import { notCoveredReply } from "./not-covered-reply.ts";
import { passageReply } from "./passage-reply.ts";
import { peopleReply } from "./people-reply.ts";
import { personReply, whichPersonReply } from "./person-reply.ts";
import { blocks, fitToMessage, NOTHING, type Reply } from "./reply.ts";
import { noArticlesReply, scopeLine } from "./scope-reply.ts";
import { severalReply } from "./several-reply.ts";
import { smallTalkReply } from "./small-talk-reply.ts";
import { speakersReply } from "./speakers-reply.ts";
import { statementsReply } from "./statements-reply.ts";
import { sourceReply } from "./source-reply.ts";
import type { Wording } from "../wording/wording.ts";

/** Without a context, the conversation is about whoever says the passage shown. */
export type AnswerInContext = Pick<Outcome, "answer"> &
  Partial<Pick<Outcome, "context" | "corrections" | "readsOnly" | "scope">> & {
    /** What a list of all articles shows. */
    readonly listing?: ArticleListing;
  };

/** The reply to a question. Each kind of answer has its own file in this folder. */
export function answerReply(answered: AnswerInContext, wording: Wording): Reply {
  const reply = replyOfKind(answered, wording);
  const above = [
    readLine(answered, wording),
    scopeLine(answered, wording),
    correctionLine(answered, wording),
  ];
  return { ...reply, text: fitToMessage(blocks(...above, reply.text)) };
}

/** Tells that a message was too long to be read in full. */
function readLine({ readsOnly }: AnswerInContext, { replies }: Wording): FormattedString {
  return readsOnly ? FormattedString.italic(replies.readsOnly[readsOnly]) : NOTHING;
}

function replyOfKind({ answer, context, listing }: AnswerInContext, wording: Wording): Reply {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return passageReply(answer, context, wording);
    case "menu":
      return menuReply(answer, wording);
    case "not-covered":
      return notCoveredReply(answer, wording);
    case "points": {
      const { article, person } = answer;
      return listReply(article, { sequence: "person", of: person.id, at: 0 }, wording);
    }
    case "person":
      return personReply(answer, wording);
    case "which-person":
      return whichPersonReply(answer, wording);
    case "speakers":
      return speakersReply(answer, wording);
    case "no-articles":
      return noArticlesReply(answer, wording);
    case "statements":
      return statementsReply(answer, { page: 0, question: context?.paged ?? "" }, wording);
    case "overview":
      return overviewReply(answer, listing, wording);
    case "source":
      return sourceReply(answer.article, wording);
    case "small-talk":
      return smallTalkReply(answer, wording);
    case "several":
      return severalReply(answer, wording);
  }
}

function overviewReply(
  { of, articles }: OverviewAnswer,
  listing: ArticleListing | undefined,
  wording: Wording,
): Reply {
  const [article] = articles;
  switch (of) {
    case "sections":
      return articleReply(article, 0, wording);
    case "points":
      return listReply(article, { sequence: "points", of: "", at: 0 }, wording);
    case "key-facts":
      return listReply(article, { sequence: "facts", of: "", at: 0 }, wording);
    case "dates":
      return listReply(article, { sequence: "timeline", of: "", at: 0 }, wording);
    case "people":
      return peopleReply(article, 0, wording);
    case "library":
      return libraryReply(listing ?? { articles }, wording);
  }
}
