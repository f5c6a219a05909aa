import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, Context, PassageAnswer } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/citations.ts";
import { voicesIn } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { alsoInButtons, questionButtons } from "./buttons.ts";
import { isUnmarked } from "./card/attribution.ts";
import { cardButtons, cardReferences } from "./card/card-buttons.ts";
import { originalButton } from "./card/translation-toggle.ts";
import { passageCard, shortCard } from "./card/passage-card.ts";
import { blocks, MAX_ROWS, NOTHING, plain, type Reply } from "./reply.ts";
import { closestReply, nearReply } from "./unsure-reply.ts";
import type { Wording } from "../wording/wording.ts";

/** The card of a passage; above it the speaker, if that was asked. Other passages than an answer are shown short. */
export function passageReply(
  answer: PassageAnswer,
  context: Context = {},
  wording: Wording,
): Reply {
  const { article, asksFor, nextQuestions } = answer;
  const { person = snippetVoice(answer).speaker?.id } = context;
  if (answer.kind === "unsure") {
    return answer.verdict === "near"
      ? nearReply(answer, { person }, wording)
      : closestReply(answer, { person }, wording);
  }
  const text = blocks(
    asksFor === "speaker" ? speakerLine(answer, wording) : NOTHING,
    ...cardsInOrder(answer, wording),
  );
  const original = originalButton(answer, cardReferences(answer, person), wording);
  const copies = alsoInButtons(answer);
  const rowsAbove = (original.length > 0 ? 1 : 0) + (copies.length > 0 ? 1 : 0);
  const next = nextQuestions.slice(0, Math.max(0, MAX_ROWS - 1 - rowsAbove));
  return {
    text,
    buttons: [
      copies,
      ...questionButtons(article, next),
      original,
      cardButtons(answer, person, wording),
    ],
  };
}

/** The passage and its neighbours in the article's order. */
function cardsInOrder(answer: PassageAnswer, wording: Wording): FormattedString[] {
  const { article, neighbours = [] } = answer;
  if (neighbours.length === 0) return [passageCard(answer, wording)];
  const order = citationsOf(article).map(({ passage }) => passage.id);
  const positionOf = ({ passage }: Citation) => order.indexOf(passage.id);
  const short = (citations: readonly Citation[]) =>
    citations.map((citation) => shortCard(citation, wording));
  return [
    ...short(neighbours.filter((one) => positionOf(one) < positionOf(answer))),
    passageCard(answer, wording),
    ...short(neighbours.filter((one) => positionOf(one) > positionOf(answer))),
  ];
}

/** Names everyone who speaks in the passage if it is unclear whose words the question is about. */
function speakerLine(answer: PassageAnswer, { replies }: Wording): FormattedString {
  if (isUnmarked(answer)) return plain(replies.notMarked);
  const { passage, by, snippet } = answer;
  const isClear = by !== undefined || snippet.highlights.length > 0;
  const voices = isClear ? [snippetVoice(answer)] : voicesIn(passage);
  const names = new Set(voices.flatMap(({ speaker }) => speaker?.name ?? []));
  if (names.size === 0) return plain(replies.noSpeaker);
  const bold = [...names].map((name) => FormattedString.bold(name));
  return FormattedString.join([`${replies.saidBy} `, FormattedString.join(bold, ", ")]);
}
