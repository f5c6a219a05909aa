import { lettersOf, type Token } from "../read-text.ts";
import type { Grammar } from "./grammar.ts";
import { IS_MOSTLY, SPOKEN } from "./spoken.ts";
import type { SubjectSpan } from "./subject-of.ts";

/** Share of a sentence that a clause needs: what stands before it may introduce it ("She is more careful: she does not …"). */
const IS_CLAUSE = 0.42;
/** Tokens after a verb among which what is said begins. */
const REACH = 12;
const INFINITIVE = /(?:ти|тися|тись|ть|ться|чь)$/u;
const MIN_INFINITIVE = 4;
/** Tokens after a verb among which an infinitive belongs to it. */
const INFINITIVE_REACH = 3;
/** A name in quotation marks has one. */
const WORDS_QUOTED = 2;

type Cue = {
  readonly tokens: readonly Token[];
  readonly verb: number;
  readonly subject: SubjectSpan | undefined;
  readonly speech: readonly boolean[];
};

/** How likely a sentence is somebody's words, judging by one verb and what follows it. */
export function weighVerb(cue: Cue, { isThat, isPlain }: Grammar): number {
  const { tokens, verb, subject, speech } = cue;
  const shareFrom = shareReader(cue);
  for (let at = verb + 1; at < Math.min(tokens.length, verb + REACH); at += 1) {
    const token = tokens[at];
    const beginsClause = at === verb + 1 || tokens[at - 1]?.text === ",";
    if (token && beginsClause && isThat(token.lower)) {
      return shareFrom(at) >= IS_CLAUSE ? SPOKEN.clause : SPOKEN.none;
    }
    if (token?.text === ":") return shareFrom(at) >= IS_MOSTLY ? SPOKEN.colon : SPOKEN.none;
  }
  if (subject?.isKnown !== true) return SPOKEN.none;
  const quoted = tokens.filter(
    ({ quotation, isWord }, at) => at > verb && isWord && (quotation >= 0 || speech[at] === true),
  );
  if (quoted.length >= WORDS_QUOTED) return SPOKEN.mixed;
  const isPlainVerb = isPlain(tokens[verb]?.lower ?? "");
  if (isPlainVerb && isSetOff(tokens, verb) && shareFrom(verb + 1) <= IS_FRAME) {
    return SPOKEN.behind;
  }
  if (shareFrom(verb + 1) < IS_MOSTLY) return isPlainVerb ? SPOKEN.late : SPOKEN.none;
  const next = tokens.slice(verb + 1, verb + 1 + INFINITIVE_REACH);
  const hasInfinitive = next.some(
    ({ lower, isWord }) => isWord && lower.length >= MIN_INFINITIVE && INFINITIVE.test(lower),
  );
  if (hasInfinitive) return SPOKEN.infinitive;
  return isPlainVerb ? SPOKEN.told : SPOKEN.none;
}

/** What stands behind "…, каже" is hardly more than who says it: a role, a place. */
const IS_FRAME = 0.3;

/** "The queue was long, says Ann": a comma, or a dash, and enough before it. */
function isSetOff(tokens: readonly Token[], verb: number): boolean {
  return verb >= MIN_BEFORE && /^[,–—-]$/u.test(tokens[verb - 1]?.text ?? "");
}

const MIN_BEFORE = 4;

/** Tells which share of the letters stands from a token on, verb and subject left out. */
function shareReader({ tokens, verb, subject }: Cue): (from: number) => number {
  const isFrame = (at: number) =>
    at === verb || (subject !== undefined && at >= subject.from && at < subject.to);
  const all = lettersOf(tokens, (at) => !isFrame(at)) || 1;
  return (from) => lettersOf(tokens, (at) => at >= from && !isFrame(at)) / all;
}
