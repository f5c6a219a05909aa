import { FormattedString } from "@grammyjs/parse-mode";
import type { PassageAnswer } from "../../answer/answer.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { answerReply, type AnswerInContext } from "./answer-reply.ts";
import { correctionLine } from "./correction-line.ts";
import { capitalise, fitToMessage, lines, plain, type Reply } from "./reply.ts";
import { notCoveredLine } from "./not-covered-reply.ts";
import { severalInGroup } from "./several-reply.ts";
import { openAt } from "../callback/sequence.ts";
import { headlineOf } from "./card/headline.ts";
import type { Wording } from "../wording/wording.ts";

/**
 * An answer in a group, kept short for those who did not ask: no suggested questions, and a single line
 * if the answer is unsure or missing.
 */
export function groupReply(answered: AnswerInContext, wording: Wording): Reply {
  const { answer } = answered;
  const correction = correctionLine(answered, wording);
  const below = (reply: Reply) => ({
    ...reply,
    text: fitToMessage(lines(correction, reply.text)),
  });
  if (answer.kind === "unsure") return below(unsureLine(answer, wording));
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

/** One line, with a button that opens the passage. */
function unsureLine(answer: PassageAnswer, wording: Wording): Reply {
  const { article, section, passage } = answer;
  const { speaker } = snippetVoice(answer);
  const headline = FormattedString.bold(headlineOf(answer));
  const who = speaker ? [" · ", FormattedString.italic(capitalise(speaker.name))] : [];
  const at = section.passages.indexOf(passage);
  const position = { sequence: "section", of: section.id, at } as const;
  return {
    text: FormattedString.join([plain(`${wording.replies.perhaps} `), headline, ...who]),
    buttons: [[{ label: wording.buttons.show, data: openAt("see", article, position) }]],
  };
}
