import type { Token } from "../read-text.ts";
import type { Grammar } from "./grammar.ts";
import type { WordTests } from "../word-lists.ts";

/** Tokens from the first to before the last. */
export type Stretch = { readonly from: number; readonly to: number };

const BOUNDARY = /^[,.:;!?…—–()]$/u;
const CAPITAL = /^\p{Lu}/u;
/** Somebody spoken to or of, by the ending: "журналістам". */
const OBLIQUE = /(?:ам|ям|ові|еві|ами|ями|ах|ях|у|ю)$/u;
const LONGEST = 14;

/** Somebody that the lists, a capital or a pronoun tell to be one; or whatever stands where a subject would. */
export type SubjectSpan = Stretch & { readonly isKnown: boolean };

type Clause = {
  readonly tokens: readonly Token[];
  readonly verb: number;
  /** Tokens that are somebody's own words: no subject is among them. */
  readonly speech: readonly boolean[];
  readonly grammar: Grammar;
};

/** The tokens that name who does what the verb says: beside it, in any order. */
export function subjectOf(clause: Clause): SubjectSpan | undefined {
  const { tokens, verb } = clause;
  const after = stretchAfter(clause);
  const before = stretchBefore(clause);
  const isFrame =
    tokens.slice(0, verb).findLast(({ isWord, text }) => !isWord && text !== "-")?.text ?? "";
  const inOrder = /^[—–-]$/u.test(isFrame) ? [after, before] : [before, after];
  for (const stretch of inOrder) {
    if (namesSomebody(stretch, clause)) return known(stretch, clause);
    const earlier =
      stretch === before && before.to === before.from && beforeApposition(clause, before.from);
    if (earlier) return known(earlier, clause);
    if (stretch === before && agrees(before, clause)) return { ...before, isKnown: true };
  }
  // «…», — каже один пекар.
  const unknown = inOrder[0] === after && endsFrame(after, clause) ? after : before;
  return isShortSubject(unknown, clause)
    ? Object.assign({}, unknown, { isKnown: false })
    : undefined;
}

/** Nothing but a full stop comes behind it. */
function endsFrame({ to }: Stretch, { tokens }: Clause): boolean {
  return tokens.length - to <= 1;
}

const SEVERAL = /(?:и|і|ї|ы)$/u;
const THEY_DO = /(?:ють|ять|уть|ать|ются|ятся|уться|яться|ються|ют|ят|ут|ли|лися|лись)$/u;

/** "Європейські країни бояться": several who do it, whoever they are. */
function agrees(subject: Stretch, clause: Clause): boolean {
  const [last, verb] = [clause.tokens[subject.to - 1], clause.tokens[clause.verb]];
  return (
    isShortSubject(subject, clause) &&
    SEVERAL.test(last?.lower ?? "") &&
    THEY_DO.test(verb?.lower ?? "")
  );
}

/** A pronoun is all of it: "це рішення він" */
function known({ from, to }: Stretch, { tokens, grammar: { words } }: Clause): SubjectSpan {
  const inside = tokens.slice(from, to);
  const pronoun = inside.findIndex(({ lower }) => isNominative(lower, words));
  const hasName = inside.some(({ text }, at) => at + from > 0 && CAPITAL.test(text));
  return pronoun >= 0 && !hasName
    ? { from: from + pronoun, to: from + pronoun + 1, isKnown: true }
    : { from, to, isKnown: true };
}

/** The first of each list of pronouns. */
function isNominative(lower: string, words: WordTests): boolean {
  return isPronoun(lower, words) && NOMINATIVES.test(lower);
}

const NOMINATIVES = /^(?:він|вона|вони|ми|он|она|они|мы)$/u;

function stretchAfter({ tokens, verb, speech, grammar: { words } }: Clause): Stretch {
  const start = afterParticiple(tokens, verb + 1);
  let to = start;
  while (
    to < tokens.length &&
    to - verb < LONGEST &&
    speech[to] !== true &&
    !BOUNDARY.test(tokens[to]?.text ?? "")
  )
    to += 1;
  // An apposition goes on after a comma: "сказав Рябцев, експерт з енергетики"
  const next = tokens[to + 1];
  if (tokens[to]?.text === "," && next && words.roles(next.lower) && speech[to + 1] !== true) {
    let end = to + 1;
    while (end < tokens.length && end - to < LONGEST && !BOUNDARY.test(tokens[end]?.text ?? ""))
      end += 1;
    to = end;
  }
  return { from: firstName(tokens, start, to, words), to };
}

/** "нагадала, завершуючи читання, суддя": the subject comes after what stands between commas. */
function afterParticiple(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== "," || !GERUND.test(tokens[from + 1]?.lower ?? "")) return from;
  const end = tokens.findIndex(({ text }, at) => at > from && text === ",");
  return end < 0 || end - from > LONGEST ? from : end + 1;
}

const GERUND = /(?:чи|чись|ши|шись|я|ясь|в|вши|вшись)$/u;

/** Where the words that name somebody begin: after an adverb or a place. */
function firstName(tokens: readonly Token[], from: number, to: number, words: WordTests): number {
  let at = from;
  while (at < to) {
    const token = tokens[at];
    if (!token) break;
    if (words.prepositions(token.lower)) {
      at += 2;
      continue;
    }
    if (isPersonWord(token, words) || CAPITAL.test(token.text)) break;
    at += 1;
  }
  if (at >= to) return from;
  // "міський голова": an adjective belongs to the role.
  while (at > from && ADJECTIVE.test(tokens[at - 1]?.lower ?? "")) at -= 1;
  return at;
}

const ADJECTIVE = /(?:ий|ій|ша|ська|цька|ова|ая|ый|ой|ые|ие|ні|кі|ного|ної)$/u;

function stretchBefore({ tokens, verb, speech, grammar }: Clause): Stretch {
  let from = verb;
  while (
    from > 0 &&
    verb - from < LONGEST &&
    speech[from - 1] !== true &&
    !BOUNDARY.test(tokens[from - 1]?.text ?? "")
  )
    from -= 1;
  let to = verb;
  const isAside = (token: Token | undefined) =>
    token !== undefined && (grammar.isAdverb(token.lower) || isLead(token, grammar.words));
  while (to > from && isAside(tokens[to - 1])) to -= 1;
  while (from < to && isAside(tokens[from])) from += 1;
  return { from, to };
}

function isLead(token: Token | undefined, words: WordTests): boolean {
  return (
    token !== undefined &&
    (words.isStopWord(token.lower) || !token.isWord) &&
    !isPronoun(token.lower, words) &&
    !words.known(token.lower)
  );
}

/** "Депутат Остап Верещака, який очолює комісію, вважає": the subject stands before the clause between commas. */
function beforeApposition(clause: Clause, end: number): Stretch | undefined {
  const { tokens } = clause;
  const comma = tokens.findLastIndex((token, at) => at < end - 1 && token.text === ",");
  if (tokens[end - 1]?.text !== "," || comma < 0 || end - comma > 2 * LONGEST) return undefined;
  const { from, to } = stretchBefore({ ...clause, verb: comma });
  return namesSomebody({ from, to }, clause) ? { from, to } : undefined;
}

function namesSomebody({ from, to }: Stretch, { tokens, grammar: { words } }: Clause): boolean {
  return tokens
    .slice(from, to)
    .some(
      (token, at) =>
        isPersonWord(token, words) ||
        (CAPITAL.test(token.text) &&
          (from + at > 0 || !words.isStopWord(token.lower)) &&
          !words.notNames(token.lower)),
    );
}

function isPersonWord({ lower }: Token, words: WordTests): boolean {
  if (isPronoun(lower, words)) return true;
  if (words.writings(lower)) return true;
  return (words.roles(lower) || words.bodies(lower)) && !OBLIQUE.test(lower);
}

function isPronoun(lower: string, { pronouns }: WordTests): boolean {
  return pronouns.he(lower) || pronouns.she(lower) || pronouns.they(lower);
}

/** At most so many words before a verb may be a subject that no list knows. */
const SHORT = 3;

function isShortSubject({ from, to }: Stretch, { tokens, grammar: { words } }: Clause): boolean {
  const before = tokens.slice(from, to);
  return (
    before.length > 0 &&
    before.length <= SHORT &&
    before.every(({ isWord, lower }) => isWord && !words.prepositions(lower))
  );
}
