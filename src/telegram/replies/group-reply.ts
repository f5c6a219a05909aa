import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, ClosestPassages, NearPassage } from "../../answer/answer.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { answerReply, type AnswerInContext } from "./answer-reply.ts";
import { inRows } from "./buttons.ts";
import { choiceButton, choiceLine } from "./menu-reply.ts";
import { correctionLine } from "./correction-line.ts";
import { capitalise, fitToMessage, lines, NOTHING, type Reply } from "./reply.ts";
import { notCoveredLine, notSaidLine } from "./not-covered-reply.ts";
import { scopeLine } from "./scope-reply.ts";
import { severalInGroup } from "./several-reply.ts";
import { articleName } from "./source-line.ts";
import { headlineOf } from "./card/headline.ts";
import type { Wording } from "../wording/wording.ts";

/**
 * An answer in a group, kept short for those who did not ask: no suggested questions, and a line for each
 * passage if the answer is unsure or missing.
 */
export function groupReply(answered: AnswerInContext, wording: Wording): Reply {
  const { answer } = answered;
  const above = lines(scopeLine(answered, wording), correctionLine(answered, wording));
  const below = (reply: Reply) => ({
    ...reply,
    text: fitToMessage(lines(above, reply.text)),
  });
  if (answer.kind === "unsure") return below(unsureInGroup(answer, wording));
  if (answer.kind === "several") return below(severalInGroup(answer, wording));
  if (answer.kind === "small-talk") {
    return answerReply({ ...answered, answer: { ...answer, articles: [] } }, wording);
  }
  if (answer.kind === "not-covered") {
    return below({ text: notCoveredLine(answer, wording), buttons: [] });
  }
  const shown = "nextQuestions" in answer ? { ...answer, nextQuestions: [] } : answer;
  return answerReply({ ...answered, answer: shown }, wording);
}

/** A line for each passage, with a button that opens it. */
function unsureInGroup(answer: ClosestPassages | NearPassage, wording: Wording): Reply {
  if (answer.verdict === "closest" && answer.others.length > 0) {
    const choices: readonly Citation[] = [answer, ...answer.others];
    return {
      text: lines(
        FormattedString.bold(wording.replies.closest),
        ...choices.map((choice, at) => choiceLine(choice, at, wording)),
        articleName(answer.article),
      ),
      buttons: inRows(choices.map(choiceButton)),
    };
  }
  const isNear = answer.verdict === "near";
  const said = isNear ? notSaidLine(answer, wording) : NOTHING;
  const introduced = isNear ? wording.replies.nearest : wording.replies.perhaps;
  return {
    text: lines(said, FormattedString.join([`${introduced} `, headlineAndSpeaker(answer)])),
    buttons: [[{ ...choiceButton(answer, 0), label: wording.buttons.show }]],
  };
}

function headlineAndSpeaker(citation: Citation): FormattedString {
  const { speaker } = snippetVoice(citation);
  const headline = FormattedString.bold(headlineOf(citation));
  const who = speaker ? FormattedString.italic(capitalise(speaker.name)) : NOTHING;
  const parts = [headline, who, articleName(citation.article)];
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    " · ",
  );
}
