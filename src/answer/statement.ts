import { voicesIn, lengthWithin, type Voice } from "../article/voices.ts";
import { packFor } from "../languages/packs.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { TOKEN_CLASS } from "../languages/token-classes.ts";
import { snippetVoice } from "../search/snippet-voice.ts";
import type { Range } from "../text/ranges.ts";
import { sentencesIn } from "../text/sentences.ts";
import { shorten } from "../text/shorten.ts";
import { wordsIn } from "../text/words.ts";
import type { Citation } from "./answer.ts";

/** Two lines on a phone. */
const MAX_STATEMENT = 140;

/** With fewer words it is a heading, or says too little by itself. */
const MIN_WORDS = 7;
/** "Not so." */
const MIN_CLAUSE = 4;

/**
 * What a passage says, in a sentence that can be read as it stands: that of the snippet, or the most telling
 * one of the speaker's words. It is shortened if it is long, and always in the article's own words; only a
 * lead that is a sentence itself replaces it.
 */
export function statementOf(citation: Citation, maxLength = MAX_STATEMENT): string {
  const { passage, snippet } = citation;
  const voice = snippetVoice(citation);
  const { lead = "" } = passage;
  if (!snippet && voice.speaker === passage.speaker && isSentence(lead)) {
    return shorten(lead, maxLength);
  }
  const sentence =
    snippet?.sentence ?? withNextIfShort(tellingSentence(citation, voice), voice, citation);
  const [from, upTo] = spokenPart(sentence, voice, citation);
  const keep = snippet?.highlights.find(([start, end]) => start >= from && end <= upTo);
  const within: Range | undefined = keep && [keep[0] - from, keep[1] - from];
  return shorten(withoutLooseMarks(passage.text.slice(from, upTo)), maxLength, within);
}

const SENTENCE_END = /[.!?…]["'”’»)\]]*$/u;
const QUESTION_END = /\?["'”’»)\]]*$/u;

/** Whether it can be read as it stands, as a heading cannot. */
export function isSentence(text: string): boolean {
  return SENTENCE_END.test(text) && wordsIn(text).length >= MIN_WORDS;
}

/**
 * Whether a statement can be read as it stands: it is no question, names those it is about, and does not
 * quote somebody whom only another sentence names.
 */
export function standsAlone(citation: Citation): boolean {
  const statement = statementOf(citation);
  const { hangingStart } = packFor(citation.article.language);
  const isWhole = SENTENCE_END.test(statement) && !QUESTION_END.test(statement);
  return (
    isWhole &&
    !hangingStart.test(statement) &&
    !isUnnamedQuotation(statement, snippetVoice(citation))
  );
}

/** A quotation that is not attributed to its speaker: the sentence before says whose it is. */
function isUnnamedQuotation(sentence: string, { quoted }: Voice): boolean {
  return quoted === "retold" && OPENING_MARK.test(sentence);
}

/** Each later sentence needs this much more to be the telling one; further down it does not matter. */
const LATER = 0.25;
const MAX_LATER = 1.5;
const HANGING = 3;
const FRAGMENT = 2;
const QUESTION = 2;
const LONG = 0.5;
const FIGURE = 0.2;
const IN_LEAD = 3;

/** The sentence that says most of what the speaker says, and needs no other to be understood. */
function tellingSentence({ passage, article }: Citation, voice: Voice): Range {
  const { text, lead } = passage;
  const sentences = sentencesIn(text).filter((one) => lengthWithin(voice, one) > 0);
  const [first = [0, text.length] as const, ...others] = sentences;
  if (others.length === 0) return first;

  const pack = packFor(article.language);
  const leadTerms = termsOf(lead ?? "", pack);
  let best = first;
  let highest = -Infinity;
  for (const [at, sentence] of sentences.entries()) {
    const words = text.slice(...sentence);
    const score =
      tellingness(words, leadTerms, pack) -
      (isUnnamedQuotation(words, voice) ? HANGING : 0) -
      Math.min(at * LATER, MAX_LATER);
    if (score <= highest) continue;
    best = sentence;
    highest = score;
  }
  return best;
}

/** A short sentence takes the next one with it if both fit, and nobody else speaks in that. */
function withNextIfShort(sentence: Range, voice: Voice, { passage }: Citation): Range {
  const { text } = passage;
  const [from, upTo] = sentence;
  if (wordsIn(text.slice(from, upTo)).length >= MIN_WORDS) return sentence;
  const next = sentencesIn(text).find(([start]) => start >= upTo);
  if (!next || next[1] - from > MAX_STATEMENT) return sentence;
  const isTheirs = voicesIn(passage).every(
    (other) => other.speaker === voice.speaker || lengthWithin(other, next) === 0,
  );
  return isTheirs ? [from, next[1]] : sentence;
}

function tellingness(
  sentence: string,
  leadTerms: ReadonlySet<string>,
  { terms, hangingStart }: LanguagePack,
): number {
  const words = wordsIn(sentence).map(({ text }) => terms.read(text));
  const hasFigure = words.some(({ classes }) => (classes & TOKEN_CLASS.number) !== 0);
  const shared = new Set(words.map(({ term }) => term).filter((term) => leadTerms.has(term)));
  return (
    (hasFigure ? FIGURE : 0) +
    (IN_LEAD * shared.size) / Math.max(1, leadTerms.size) -
    (hangingStart.test(sentence) ? HANGING : 0) -
    (words.length < MIN_CLAUSE ? FRAGMENT : 0) -
    (QUESTION_END.test(sentence) ? QUESTION : 0) -
    (sentence.length > MAX_STATEMENT ? LONG : 0)
  );
}

function termsOf(text: string, { terms }: LanguagePack): ReadonlySet<string> {
  const content = wordsIn(text).filter((word) => !terms.isStopWord(word.text));
  return new Set(content.map((word) => terms.of(word.text)));
}

/**
 * The speaker's part of a sentence. A fragment is shown in its sentence, which tells what it is about,
 * unless somebody else speaks in that too.
 */
function spokenPart(sentence: Range, voice: Voice, { passage }: Citation): Range {
  const [from, upTo] = sentence;
  const own = voice.ranges
    .map(([start, end]): Range => [Math.max(start, from), Math.min(end, upTo)])
    .filter(([start, end]) => end > start);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return sentence;

  const isTheirs = (range: Range) =>
    voicesIn(passage).every(
      (other) =>
        [voice.speaker, passage.speaker].includes(other.speaker) ||
        lengthWithin(other, range) === 0,
    );
  const whole: Range = [first[0], last[1]];
  const longest = own.reduce((one, other) => (lengthOf(other) > lengthOf(one) ? other : one));
  const spoken = isTheirs(whole) || voice.speaker === passage.speaker ? whole : longest;
  const isFragment = wordsIn(passage.text.slice(...spoken)).length < MIN_WORDS;
  return isFragment && isTheirs(sentence) ? sentence : spoken;
}

function lengthOf([start, end]: Range): number {
  return end - start;
}

const OPENING_MARK = /^\s*["“„«]/u;
const CLOSING_MARK = /["”“»]\s*$/u;
const QUOTATION_MARK = /["“”„«»]/gu;

/** A sentence within a longer quotation has only one of its marks, or none. */
function withoutLooseMarks(text: string): string {
  if ((text.match(QUOTATION_MARK) ?? []).length % 2 === 0) return text.trim();
  const isOpen = OPENING_MARK.test(text);
  return (isOpen ? text.replace(OPENING_MARK, "") : text.replace(CLOSING_MARK, "")).trim();
}
