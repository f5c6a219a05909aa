import { FormattedString } from "@grammyjs/parse-mode";
import type { Citation, Context, PassageAnswer } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/citations.ts";
import type { Article } from "../../article/article.ts";
import { voicesIn } from "../../article/voices.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { questionButtons } from "./buttons.ts";
import { cardButtons, cardReferences } from "./card/card-buttons.ts";
import { originalButton } from "./card/translation-toggle.ts";
import { passageCard, shortCard } from "./card/passage-card.ts";
import { blocks, lines, MAX_ROWS, NOTHING, plain, type Reply } from "./reply.ts";
import type { Wording } from "../wording/wording.ts";

/** The card of a passage. Above it: corrected words, doubt, the speaker. Below it: what to ask next. */
export function passageReply(
  answer: PassageAnswer,
  context: Context = {},
  wording: Wording,
): Reply {
  const { article, asksFor, nextQuestions } = answer;
  const { person = snippetVoice(answer).speaker?.id } = context;
  const text = blocks(
    correctionLine(answer, wording),
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

function correctionLine(
  { corrections, article }: PassageAnswer,
  { replies }: Wording,
): FormattedString {
  const words = corrections.map((correction) => inArticleSpelling(correction.readAs, article));
  return words.length > 0 ? plain(replies.readAs([...new Set(words)])) : NOTHING;
}

/**
 * Search folds words to lower case; this is how the article spells one. A part of a person's name becomes
 * the whole name.
 */
export function inArticleSpelling(word: string, article: Article): string {
  const spellingsIn = (text: string) =>
    wordsIn(text).flatMap((one) => (foldWord(one.text) === word ? [one.text] : []));
  const named = article.people.find(({ name }) => spellingsIn(name).length > 0);
  if (named) return named.name;

  const spellings = citationsOf(article).flatMap(({ passage }) => spellingsIn(passage.text));
  // If it is ever in lower case, a capital only marks the start of a sentence.
  return spellings.includes(word) ? word : (spellings[0] ?? word);
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
