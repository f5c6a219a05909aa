import { runSteps, type Steps } from "../../../languages/steps.ts";
import { areTogether, type Sentence } from "../read-text.ts";
import type { WeighedSentence } from "../tagging/weigh-sentences.ts";
import type { WordTests } from "../word-lists.ts";
import { namesIn, spellingsIn } from "./names-in.ts";
import { createFigures, type Figure, type KeyOf } from "./people-of.ts";
import { ownSpeakers, type OwnSpeaker } from "./own-speakers.ts";
import { withPullQuotes } from "./pull-quotes.ts";
import type { FigureMention, FoundSpeaker } from "./speaker-of.ts";
import { isCitation, speakersSetApart } from "./speakers-set-apart.ts";

/** A sentence with who says it, if somebody does. */
export type AttributedSentence = WeighedSentence & { readonly speaker: FoundSpeaker | undefined };

/** Less likely than this, a sentence is the article's own telling … */
export const IS_SPOKEN = 0.44;
/** … if it has neither quotation marks nor words that name who speaks: without them, only what surrounds it tells. */
const IS_SPOKEN_UNSAID = 0.6;

/** Finds who says each sentence that somebody else says. */
export function findSpeakers(...given: Parameters<typeof findSpeakersInSteps>) {
  return runSteps(findSpeakersInSteps(...given));
}

export function* findSpeakersInSteps(
  text: readonly WeighedSentence[],
  words: WordTests,
  keyOf?: KeyOf,
): Steps<AttributedSentence[]> {
  const named = nameSentences(
    text.map(({ sentence }) => sentence),
    words,
    keyOf,
  );
  yield;
  const apart = speakersSetApart(named);
  yield;
  const own = ownSpeakers(
    text,
    named.map(({ mentions }) => mentions),
    { words, keyOf },
  );
  yield;
  const found: AttributedSentence[] = [];
  let last: Figure | undefined;
  for (const [at, weighed] of text.entries()) {
    const isTitle = named[at] !== undefined && isCitation(named[at]);
    const figure = isTitle ? undefined : apart[at];
    const introduced = introducedBy(text, own, at);
    const spoken = isTitle ? 0 : figure ? 1 : Math.max(weighed.spoken, introduced ? INTRODUCED : 0);
    let speaker: FoundSpeaker | undefined = figure && { figure, way: "apart" };
    const isSaid = introduced || own[at] !== undefined || weighed.speech.includes(true);
    if (spoken >= (isSaid ? IS_SPOKEN : IS_SPOKEN_UNSAID)) {
      speaker ??= plain(own[at]) ?? besides({ text, own, found, at, last }) ?? own[at]?.speaker;
    }
    const lastSpeaker = speaker ?? (spoken >= SPEAKS_NEXT ? own[at]?.speaker : undefined);
    last = lastSpeaker?.figure ?? last;
    found.push(Object.assign({}, weighed, { spoken, speaker }));
  }
  return withPullQuotes(found, named);
}

/** How likely a paragraph is somebody's words that a line such as "Ann Smith said:" stands above. */
const INTRODUCED = 0.7;
/** "The harbour master, Owen Price, told reporters on Monday:" */
const LONGEST_INTRODUCTION = 16;
const ENDS_IN_COLON = /:\s*$/u;
const IS_CUE = 0.5;

/** Whether the paragraph of a sentence is introduced by a line above that only says who speaks. */
function introducedBy(
  text: readonly WeighedSentence[],
  own: readonly (OwnSpeaker | undefined)[],
  at: number,
): boolean {
  const paragraph = text[at]?.sentence.pieces[0]?.paragraph;
  let first = at;
  while (text[first - 1]?.sentence.pieces[0]?.paragraph === paragraph) first -= 1;
  const above = text[first - 1];
  return (
    above !== undefined &&
    own[first - 1] !== undefined &&
    ENDS_IN_COLON.test(above.sentence.text) &&
    above.sentence.tokens.length <= LONGEST_INTRODUCTION &&
    above.tags.cue.some((cue) => cue > IS_CUE)
  );
}

/** A sentence that is not spoken for itself may still tell who speaks next: "Ann Smith issued a statement." */
const SPEAKS_NEXT = 0.2;

function nameSentences(sentences: readonly Sentence[], words: WordTests, keyOf?: KeyOf) {
  const spellings = spellingsIn(sentences);
  const figures = createFigures(words, keyOf);
  return sentences.map((sentence) => ({
    sentence,
    mentions: namesIn(sentence, spellings, words).map((name): FigureMention =>
      Object.assign({}, name, { figure: figures.add(name) }),
    ),
  }));
}

const PLAIN_DESCRIPTION = 0.5;

/** A description that is hardly one counts only where nobody else is near. */
function plain(own: OwnSpeaker | undefined): FoundSpeaker | undefined {
  if (!own) return undefined;
  const isPlain = own.speaker.way !== "description" || own.span.likelihood >= PLAIN_DESCRIPTION;
  return isPlain ? own.speaker : undefined;
}

type Place = {
  readonly text: readonly WeighedSentence[];
  readonly own: readonly (OwnSpeaker | undefined)[];
  readonly found: readonly AttributedSentence[];
  readonly at: number;
  readonly last: Figure | undefined;
};

/** Who says the sentence before in the paragraph, or the one after; or else whoever spoke last. */
function besides({ text, own, found, at, last }: Place): FoundSpeaker | undefined {
  const here = text[at]?.sentence;
  const same = inQuotation({ text, own, at });
  if (same) return { figure: same.figure, way: "neighbour" };
  const isSameQuotation = goesOnIn(text[at - 1]?.sentence, here);
  const above = introducedBy(text, own, at)
    ? (found[at - 1]?.speaker ?? own[at - 1]?.speaker)
    : undefined;
  if (above) return { figure: above.figure, way: "neighbour" };
  const before =
    isSameQuotation || areTogether(text[at - 1]?.sentence, here)
      ? (found[at - 1]?.speaker ?? (isSameQuotation ? own[at - 1]?.speaker : undefined))
      : undefined;
  const after = areTogether(here, text[at + 1]?.sentence) ? own[at + 1]?.speaker : undefined;
  const figure = before?.figure ?? after?.figure ?? last ?? own[at + 1]?.speaker.figure;
  return figure && { figure, way: "neighbour" };
}

/** Whether a quotation of one sentence goes on in the next. */
function goesOnIn(one: Sentence | undefined, next: Sentence | undefined): boolean {
  const quotation = one?.tokens.at(-1)?.quotation ?? -1;
  return quotation >= 0 && next?.tokens[0]?.quotation === quotation;
}

/** Who says the rest of the quotation that a sentence ends in. */
function inQuotation({
  text,
  own,
  at,
}: Pick<Place, "text" | "own" | "at">): FoundSpeaker | undefined {
  const quotation = text[at]?.sentence.tokens.at(-1)?.quotation ?? -1;
  if (quotation < 0) return undefined;
  for (let other = at + 1; other < text.length && other - at < LONGEST_QUOTATION; other += 1) {
    const tokens = text[other]?.sentence.tokens ?? [];
    if (tokens[0]?.quotation !== quotation) return undefined;
    const speaker = plain(own[other]);
    if (speaker) return speaker;
  }
  return undefined;
}

/** Sentences that are looked through for who says them. */
const LONGEST_QUOTATION = 20;
