import { FormattedString } from "@grammyjs/parse-mode";
import type { Answer, NotCovered, PassageAnswer, SmallTalk } from "../answer/answer.ts";
import type { Outcome } from "../answer/answer-question.ts";
import { articleReply } from "./article-reply.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { libraryReply } from "./library-reply.ts";
import { passageCard } from "./passage-card.ts";
import { peopleReply, personReply } from "./person-reply.ts";
import { blocks, fitted, lines, NOTHING, plain, type Reply } from "./reply.ts";
import { listReply } from "./sequence-reply.ts";
import { sourceReply } from "./source-reply.ts";
import { wording } from "./wording.ts";

/** How an answer looks in Telegram. */
export function renderReply({ answer }: Pick<Outcome, "answer">): Reply {
  const reply = replyTo(answer);
  return { ...reply, text: fitted(reply.text) };
}

function replyTo(answer: Answer): Reply {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return passageReply(answer);
    case "not-covered":
      return notCoveredReply(answer);
    case "points":
      return listReply(answer.article, { sequence: "person", of: answer.person.id }, 0);
    case "person":
      return personReply(answer);
    case "overview":
      return overviewReply(answer);
    case "source":
      return sourceReply(answer.article);
    case "small-talk":
      return smallTalkReply(answer);
  }
}

function overviewReply({ of, articles }: Extract<Answer, { kind: "overview" }>): Reply {
  const [article] = articles;
  switch (of) {
    case "sections":
      return articleReply(article, 0);
    case "key-facts":
      return listReply(article, { sequence: "facts", of: "" }, 0);
    case "dates":
      return listReply(article, { sequence: "dates", of: "" }, 0);
    case "people":
      return peopleReply(article);
    case "library":
      return libraryReply(articles);
  }
}

function passageReply(answer: PassageAnswer): Reply {
  const readAs = answer.corrections.map((correction) => correction.readAs);
  const { speaker } = answer.passage;
  const doubt = lines(FormattedString.bold(wording.unsure), plain(wording.nearest));
  const text = blocks(
    readAs.length > 0 ? plain(wording.readAs(readAs)) : NOTHING,
    answer.kind === "unsure" ? doubt : NOTHING,
    answer.asksFor === "speaker"
      ? FormattedString.join([`${wording.says} `, FormattedString.bold(speaker.name)])
      : NOTHING,
    passageCard(answer),
  );
  return { text, buttons: questionButtons(answer.article, answer.nextQuestions) };
}

function notCoveredReply(answer: NotCovered): Reply {
  const { reason, person, unknownWords, article, nextQuestions } = answer;
  const isElsewhere = reason === "not-said" && unknownWords.length > 0;
  const verdict = FormattedString.bold(isElsewhere ? wording.notInArticle : wording.notSaid);
  const why =
    reason === "not-said-by" && person
      ? plain(wording.noWordsOf(person.name))
      : neverMentioned(unknownWords);
  const offer = nextQuestions.length > 0 ? plain(wording.tryThese) : NOTHING;
  return {
    text: blocks(FormattedString.join(why.text === "" ? [verdict] : [verdict, " ", why]), offer),
    buttons: article ? [...questionButtons(article, nextQuestions), [articleButton(article)]] : [],
  };
}

function neverMentioned(words: readonly string[]): FormattedString {
  if (words.length === 0) return NOTHING;
  const named = FormattedString.join(
    [...new Set(words)].slice(0, 5).map((word) => FormattedString.italic(word)),
    ", ",
  );
  return FormattedString.join([`${wording.neverMentions} `, named, "."]);
}

function smallTalkReply({ topic }: SmallTalk): Reply {
  if (topic === "abilities") return { text: blocks(...wording.help.map(plain)), buttons: [] };
  return { text: plain(wording.smallTalk[topic]), buttons: [] };
}
