import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, PassageAnswer } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/respond/citations.ts";
import { voicesIn } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { asWritten } from "./as-written.ts";
import { questionButtons } from "./buttons.ts";
import { cardButtons, shownReferences } from "./card-buttons.ts";
import type { Told } from "./told.ts";
import { originalButton } from "./other-version.ts";
import { passageCard, shortCard } from "./passage-card.ts";
import { blocks, lines, MOST_ROWS, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** The card of a passage, with what is to be said before it and where to go on. */
export function passageReply(
  answer: PassageAnswer,
  { context = {} }: Omit<Told, "answer">,
  wording: Wording,
): Reply {
  const { article, asksFor, nextQuestions } = answer;
  const { person = snippetVoice(answer).speaker?.id } = context;
  const text = blocks(
    correctionLine(answer, wording),
    answer.kind === "unsure" ? doubt(answer, wording) : NOTHING,
    asksFor === "speaker" ? speakerLine(answer, wording) : NOTHING,
    ...amongNeighbours(answer, wording),
  );
  const original = originalButton(answer, shownReferences(answer, person), wording);
  const next = nextQuestions.slice(0, MOST_ROWS - 1 - original.length);
  return {
    text,
    buttons: [...questionButtons(article, next), original, cardButtons(answer, person, wording)],
  };
}

/** In the article's order, so that it can be read on. */
function amongNeighbours(answer: PassageAnswer, wording: Wording): FormattedString[] {
  const { article, neighbours = [] } = answer;
  if (neighbours.length === 0) return [passageCard(answer, wording)];
  const order = citationsOf(article).map(({ passage }) => passage.id);
  const placeOf = ({ passage }: Citation) => order.indexOf(passage.id);
  const short = (citations: readonly Citation[]) =>
    citations.map((citation) => shortCard(citation, wording));
  return [
    ...short(neighbours.filter((one) => placeOf(one) < placeOf(answer))),
    passageCard(answer, wording),
    ...short(neighbours.filter((one) => placeOf(one) > placeOf(answer))),
  ];
}

function correctionLine(
  { corrections, article }: PassageAnswer,
  { readAs }: Wording,
): FormattedString {
  const words = corrections.map((correction) => asWritten(correction.readAs, article));
  return words.length > 0 ? plain(readAs([...new Set(words)])) : NOTHING;
}

function doubt({ lacksFact }: PassageAnswer, wording: Wording): FormattedString {
  const verdict = lacksFact ? wording.notSaid : wording.unsure;
  return lines(FormattedString.bold(verdict), plain(wording.nearest));
}

/** Where nothing tells which of the words are meant, everybody who speaks in the passage. */
function speakerLine(answer: PassageAnswer, { says, saidByNobody }: Wording): FormattedString {
  const { passage, by, snippet } = answer;
  const isClear = by !== undefined || snippet.highlights.length > 0;
  const voices = isClear ? [snippetVoice(answer)] : voicesIn(passage);
  const names = new Set(voices.flatMap(({ speaker }) => speaker?.name ?? []));
  if (names.size === 0) return plain(saidByNobody);
  const bold = [...names].map((name) => FormattedString.bold(name));
  return FormattedString.join([`${says} `, FormattedString.join(bold, ", ")]);
}
