import { FormattedString } from "@grammyjs/parse-mode";
import type {
  Answer,
  NotCovered,
  OverviewAnswer,
  PassageAnswer,
  SmallTalk,
} from "../answer/answer.ts";
import type { Outcome } from "../answer/answer-question.ts";
import { articleReply } from "./article-reply.ts";
import { articleButton, questionButtons } from "./buttons.ts";
import { libraryReply } from "./library-reply.ts";
import { menuReply } from "./menu-reply.ts";
import { passageCard } from "./passage-card.ts";
import { peopleReply, personReply } from "./person-reply.ts";
import { blocks, fitted, lines, NOTHING, plain, type Reply } from "./reply.ts";
import { listReply } from "./sequence-reply.ts";
import { sourceReply } from "./source-reply.ts";
import type { Wording } from "./wording/wording.ts";

/** How an answer looks in Telegram. */
export function renderReply({ answer }: Pick<Outcome, "answer">, wording: Wording): Reply {
  const reply = replyTo(answer, wording);
  return { ...reply, text: fitted(reply.text) };
}

function replyTo(answer: Answer, wording: Wording): Reply {
  switch (answer.kind) {
    case "answered":
    case "unsure":
      return passageReply(answer, wording);
    case "menu":
      return menuReply(answer, wording);
    case "not-covered":
      return notCoveredReply(answer, wording);
    case "points":
      return listReply(
        answer.article,
        { sequence: "person", of: answer.person.id, at: 0 },
        wording,
      );
    case "person":
      return personReply(answer, wording);
    case "overview":
      return overviewReply(answer, wording);
    case "source":
      return sourceReply(answer.article, wording);
    case "small-talk":
      return smallTalkReply(answer, wording);
  }
}

function overviewReply({ of, articles }: OverviewAnswer, wording: Wording): Reply {
  const [article] = articles;
  switch (of) {
    case "sections":
      return articleReply(article, 0, wording);
    case "key-facts":
      return listReply(article, { sequence: "facts", of: "", at: 0 }, wording);
    case "dates":
      return listReply(article, { sequence: "dates", of: "", at: 0 }, wording);
    case "people":
      return peopleReply(article, wording);
    case "library":
      return libraryReply(articles, wording);
  }
}

function passageReply(answer: PassageAnswer, wording: Wording): Reply {
  const readAs = answer.corrections.map((correction) => correction.readAs);
  const { speaker } = answer.passage;
  const doubt = lines(FormattedString.bold(wording.unsure), plain(wording.nearest));
  const text = blocks(
    readAs.length > 0 ? plain(wording.readAs(readAs)) : NOTHING,
    answer.kind === "unsure" ? doubt : NOTHING,
    answer.asksFor === "speaker"
      ? FormattedString.join([`${wording.says} `, FormattedString.bold(speaker.name)])
      : NOTHING,
    passageCard(answer, wording),
  );
  return { text, buttons: questionButtons(answer.article, answer.nextQuestions) };
}

function notCoveredReply(answer: NotCovered, wording: Wording): Reply {
  const { reason, person, unknownWords, article, nextQuestions } = answer;
  const isElsewhere = reason === "not-said" && unknownWords.length > 0;
  const verdict = FormattedString.bold(isElsewhere ? wording.notInArticle : wording.notSaid);
  const why =
    reason === "not-said-by" && person
      ? plain(wording.noWordsOf(person.name))
      : neverMentioned(unknownWords, wording);
  const offer = nextQuestions.length > 0 ? plain(wording.tryThese) : NOTHING;
  return {
    text: blocks(FormattedString.join(why.text === "" ? [verdict] : [verdict, " ", why]), offer),
    buttons: article
      ? [
          ...questionButtons(article, nextQuestions),
          [articleButton(article, wording.buttons.overview)],
        ]
      : [],
  };
}

function neverMentioned(words: readonly string[], wording: Wording): FormattedString {
  if (words.length === 0) return NOTHING;
  const named = FormattedString.join(
    [...new Set(words)].slice(0, 5).map((word) => FormattedString.italic(word)),
    ", ",
  );
  return FormattedString.join([`${wording.neverMentions} `, named, "."]);
}

function smallTalkReply({ topic }: SmallTalk, wording: Wording): Reply {
  if (topic === "abilities") return { text: blocks(...wording.help.map(plain)), buttons: [] };
  return { text: plain(wording.smallTalk[topic]), buttons: [] };
}
