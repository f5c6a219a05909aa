import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, Context, PassageAnswer } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/citations.ts";
import { voicesIn } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { questionButtons } from "./buttons.ts";
import { cardButtons, cardReferences } from "./card/card-buttons.ts";
import { originalButton } from "./card/translation-toggle.ts";
import { passageCard, shortCard } from "./card/passage-card.ts";
import { blocks, lines, MAX_ROWS, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** The card of a passage. Above it: doubt, the speaker. Below it: what to ask next. */
export function passageReply(
  answer: PassageAnswer,
  context: Context = {},
  wording: Wording,
): Reply {
  const { article, asksFor, nextQuestions } = answer;
  const { person = snippetVoice(answer).speaker?.id } = context;
  const text = blocks(
    answer.kind === "unsure" ? doubtLines(answer, wording) : NOTHING,
    asksFor === "speaker" ? speakerLine(answer, wording) : NOTHING,
    ...cardsInOrder(answer, wording),
  );
  const original = originalButton(answer, cardReferences(answer, person), wording);
  const next = nextQuestions.slice(0, MAX_ROWS - 1 - original.length);
  return {
    text,
    buttons: [...questionButtons(article, next), original, cardButtons(answer, person, wording)],
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

function doubtLines({ lacksFact }: PassageAnswer, wording: Wording): FormattedString {
  const verdict = lacksFact ? wording.replies.notSaid : wording.replies.unsure;
  return lines(FormattedString.bold(verdict), plain(wording.replies.nearest));
}

/** Names everyone who speaks in the passage if it is unclear whose words the question is about. */
function speakerLine(answer: PassageAnswer, { replies }: Wording): FormattedString {
  const { passage, by, snippet } = answer;
  const isClear = by !== undefined || snippet.highlights.length > 0;
  const voices = isClear ? [snippetVoice(answer)] : voicesIn(passage);
  const names = new Set(voices.flatMap(({ speaker }) => speaker?.name ?? []));
  if (names.size === 0) return plain(replies.noSpeaker);
  const bold = [...names].map((name) => FormattedString.bold(name));
  return FormattedString.join([`${replies.saidBy} `, FormattedString.join(bold, ", ")]);
}
