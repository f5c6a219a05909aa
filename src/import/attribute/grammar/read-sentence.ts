import { lettersOf, type Sentence, type Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { Grammar } from "./grammar.ts";
import { IS_MOSTLY, SPOKEN } from "./spoken.ts";
import { subjectOf, type Stretch, type SubjectSpan } from "./subject-of.ts";
import { weighVerb } from "./weigh-verb.ts";

/** What a sentence says of who speaks. */
export type Reading = {
  /** How likely it is somebody else's words, 0 to 1. */
  readonly spoken: number;
  /** The tokens that name who. */
  readonly speaker?: Stretch | undefined;
  readonly cue?: Stretch | undefined;
  /** The sentence before is theirs as well. */
  readonly isAboutBefore?: boolean;
};

/** More verbs are looked at in no sentence: one without full stops would take too long. */
const MOST_VERBS = 12;

/** `speech`: by token, whether it is somebody's own word. */
export function readSentence(
  sentence: Sentence,
  speech: readonly boolean[],
  grammar: Grammar,
): Reading {
  const { tokens } = sentence;
  const verbs = Array.from(tokens.keys())
    .filter((at) => speech[at] !== true && isCueAt(tokens, at, grammar))
    .slice(0, MOST_VERBS);
  const subject = (verb: number) => subjectOf({ tokens, verb, speech, grammar });
  return (
    inOwnWords(sentence, speech, grammar) ??
    quoted({ tokens, speech, verbs, subject }, grammar) ??
    accordingTo(sentence, speech, grammar) ??
    aboutThat(sentence, verbs, subject, grammar) ??
    byVerbs({ tokens, speech, verbs, subject }, grammar)
  );
}

/** "Did not answer" is none. */
function isCueAt(tokens: readonly Token[], at: number, grammar: Grammar): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (!grammar.isCue(lower)) return false;
  return !(grammar.isNot(tokens[at - 1]?.lower ?? "") && grammar.isAnswer(lower));
}

type Verbs = {
  readonly tokens: readonly Token[];
  readonly speech: readonly boolean[];
  /** Cues outside of anybody's own words. */
  readonly verbs: readonly number[];
  readonly subject: (verb: number) => SubjectSpan | undefined;
};

/** "In her words, …" */
function inOwnWords(
  { text, tokens }: Sentence,
  speech: readonly boolean[],
  { ownAccordingTo, words }: Grammar,
): Reading | undefined {
  const cue = stretchMatching({ text, tokens }, ownAccordingTo, speech);
  if (!cue) return undefined;
  const place = tokens.slice(cue.from, cue.to).findIndex(({ lower }) => isPersonal(lower, words));
  const at = cue.from + place;
  return {
    spoken: SPOKEN.accordingTo,
    speaker: place < 0 ? undefined : { from: at, to: at + 1 },
    cue,
  };
}

function isPersonal(lower: string, { pronouns }: WordTests): boolean {
  return pronouns.he(lower) || pronouns.she(lower) || pronouns.they(lower);
}

/** "…", says Ann. */
function quoted({ tokens, speech, verbs, subject }: Verbs, grammar: Grammar): Reading | undefined {
  const own = lettersOf(tokens, (at) => speech[at] === true);
  const verbAfter = verbAfterSpeech(tokens, speech, grammar);
  const frame = verbAfter === undefined ? 0 : lettersAround(verbAfter, tokens, speech);
  const all = lettersOf(tokens, () => true) - frame;
  if (own === 0 || own / Math.max(own, all) < IS_MOSTLY) return undefined;
  const verb = verbAfter ?? verbs.at(-1);
  const colon = tokens.findIndex(({ text }, at) => text === ":" && speech[at] !== true);
  const before = verb ?? (colon > 0 ? colon : undefined);
  return {
    spoken: SPOKEN.quoted,
    speaker: before === undefined ? undefined : subject(before),
    cue: verb === undefined ? undefined : { from: verb, to: verb + 1 },
  };
}

const DASH = /^[-–—]$/u;
const CUE_REACH = 12;
const VERB_REACH = 3;

/** The verb after the dash behind somebody's words. */
function verbAfterSpeech(
  tokens: readonly Token[],
  speech: readonly boolean[],
  { looksLikeVerb, isCue }: Grammar,
): number | undefined {
  const start = speech.indexOf(true);
  const dash = tokens.findIndex(
    ({ text }, at) => start >= 0 && at > start && speech[at] !== true && DASH.test(text),
  );
  if (dash < 0) return undefined;
  const first = (isIt: (lower: string) => boolean, reach: number) => {
    const after = tokens.slice(dash + 1, dash + 1 + reach);
    const place = after.findIndex(({ lower }, at) => speech[dash + 1 + at] !== true && isIt(lower));
    return place < 0 ? undefined : dash + 1 + place;
  };
  return first(isCue, CUE_REACH) ?? first(looksLikeVerb, VERB_REACH);
}

/** Of the words around a verb that only say who speaks. */
function lettersAround(verb: number, tokens: readonly Token[], speech: readonly boolean[]): number {
  let [from, to] = [verb, verb];
  while (from > 0 && speech[from - 1] !== true) from -= 1;
  while (to < tokens.length && speech[to] !== true) to += 1;
  return lettersOf(tokens.slice(from, to), () => true);
}

/** "According to Ann, …" */
function accordingTo(
  sentence: Sentence,
  speech: readonly boolean[],
  grammar: Grammar,
): Reading | undefined {
  const cue = stretchMatching(sentence, grammar.accordingTo, speech);
  if (!cue) return undefined;
  const speaker = nounsFrom(cue.to, sentence.tokens, grammar.words);
  return { spoken: SPOKEN.accordingTo, speaker, cue };
}

/** "This is what Ann says." */
function aboutThat(
  { text }: Sentence,
  [verb]: readonly number[],
  subject: Verbs["subject"],
  grammar: Grammar,
): Reading | undefined {
  if (verb === undefined || !grammar.aboutThat.test(text)) return undefined;
  return {
    spoken: SPOKEN.aboutThat,
    speaker: subject(verb),
    cue: { from: verb, to: verb + 1 },
    isAboutBefore: true,
  };
}

/** "Ann says that …": the verb that says it most plainly. */
function byVerbs({ tokens, speech, verbs, subject }: Verbs, grammar: Grammar): Reading {
  const readings = verbs.map((verb): Reading => {
    const speaker = subject(verb);
    const spoken = weighVerb({ tokens, verb, subject: speaker, speech }, grammar);
    return { spoken, speaker, cue: { from: verb, to: verb + 1 } };
  });
  const [best] = readings.toSorted((one, other) => other.spoken - one.spoken);
  return best ?? { spoken: SPOKEN.none };
}

/** The tokens that a pattern matches, outside of anybody's own words. */
function stretchMatching(
  { text, tokens }: Pick<Sentence, "text" | "tokens">,
  cue: RegExp,
  speech: readonly boolean[],
): Stretch | undefined {
  const match = cue.exec(text.replaceAll("’", "'"));
  if (!match) return undefined;
  const [start, end] = [match.index, match.index + match[0].length];
  const from = tokens.findIndex((token) => token.isWord && token.end > start);
  const to = tokens.findLastIndex((token) => token.isWord && token.start < end) + 1;
  return from < 0 || speech[from] === true ? undefined : { from, to };
}

const ENDS_NOUNS = /^[,.:;!?…—–()]$/u;
const CAPITAL = /^\p{Lu}/u;
const LONGEST = 14;
/** "the head of the agency, Ann Smith,": so few words do not name her yet. */
const SHORT = 6;

/** "начальниці управління освіти Лариси Понедько": up to the next mark. */
function nounsFrom(from: number, tokens: readonly Token[], words: WordTests): Stretch | undefined {
  const endFrom = (start: number, isEnd: (token: Token) => boolean) => {
    const place = tokens.slice(start, start + LONGEST).findIndex(isEnd);
    return place < 0 ? Math.min(tokens.length, start + LONGEST) : start + place;
  };
  let to = endFrom(from, ({ text }) => ENDS_NOUNS.test(text));
  if (tokens[to]?.text === "," && to - from < SHORT) {
    const end = endFrom(to + 1, ({ text }) => !CAPITAL.test(text));
    if (end > to + 1 && tokens[end]?.text === ",") to = end;
  }
  let start = from;
  while (start < to && words.prepositions(tokens[start]?.lower ?? "")) start += 1;
  return to > start ? { from: start, to } : undefined;
}
