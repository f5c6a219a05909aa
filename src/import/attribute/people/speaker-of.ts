import type { Sentence, Token } from "../read-text.ts";
import type { Span } from "./speaker-span.ts";
import type { WordTests } from "../word-lists.ts";
import type { Name } from "./names-in.ts";
import type { Figure, Gender, KeyOf } from "./people-of.ts";

/** Names of a sentence with whom they mean. */
export type FigureMention = Name & { readonly figure: Figure };

/** How a speaker was found: some ways are right more often than others. */
export type Way = "name" | "role" | "pronoun" | "description" | "neighbour" | "apart";

export type FoundSpeaker = { readonly figure: Figure; readonly way: Way };

/** Who has been told of so far. */
export type Told = {
  /** Persons, the last one told of first. */
  readonly recent: readonly Figure[];
  /** The speaker before. */
  readonly lastSpeaker: Figure | undefined;
  readonly describe: (text: string) => Figure;
  readonly keyOf: KeyOf;
  /** A role of so few words means somebody told of before even without an article. */
  readonly wordsOfRole: number;
  /** Whom a role means that nobody was said to have. */
  readonly byRole: (role: string) => Figure | undefined;
};

/** Whom the words that name a speaker mean. */
export function speakerIn(
  { tokens, text }: Sentence,
  span: Span,
  mentions: readonly FigureMention[],
  told: Told,
  words: WordTests,
): FoundSpeaker | undefined {
  const inside = tokens.slice(span.from, span.to);
  const only = inside.filter(({ isWord }) => isWord);
  const [first] = only;
  if (!first) return undefined;
  const slice = (from: number, to: number) => text.slice(tokens[from]?.start, tokens[to - 1]?.end);

  const head = headMention(tokens, span, mentions, words);
  if (head) {
    head.figure.capacity ??= capacityIn(tokens, span, head, words, slice);
    return { figure: head.figure, way: "name" };
  }
  if (only.length <= 2) {
    const pronoun = only.find(({ lower }) => isPronoun(lower, words));
    if (pronoun) return byPronoun(pronoun, mentions, span, told, words);
  }
  const role = roleOf(inside, words);
  if (role !== undefined && (words.known(first.lower) || only.length <= told.wordsOfRole)) {
    const known =
      told.recent.find(({ capacity }) => hasWord(capacity, told.keyOf(role), told.keyOf)) ??
      told.byRole(role);
    if (known) {
      known.aliases.add(slice(span.from, span.to));
      return { figure: known, way: "role" };
    }
  }
  const alone = only.length === 1 && role === undefined ? told.byRole(first.lower) : undefined;
  if (alone) return { figure: alone, way: "role" };
  return { figure: told.describe(slice(span.from, span.to)), way: "description" };
}

/** The name that the span is about: not one that only says for whom somebody speaks. */
function headMention(
  tokens: readonly Token[],
  { from, to }: Span,
  mentions: readonly FigureMention[],
  words: WordTests,
): FigureMention | undefined {
  const inside = mentions.filter((mention) => mention.to > from && mention.from < to);
  const free = inside.filter(
    (mention) =>
      !isGoverned(tokens, mention, from, words) &&
      !isModifier(tokens, mention, to, words) &&
      tokens[mention.from - 1]?.text !== "(",
  );
  const firstComma = tokens.findIndex((token, at) => at > from && token.text === ",");
  const end = firstComma < 0 ? to : firstComma;
  const early = free.filter((mention) => mention.from < end);
  const head = early.findLast(({ isBody }) => !isBody) ?? early.at(-1);
  if (head) return head;
  return nameBehind(tokens, { from, to: Math.min(end, to) }, mentions, words);
}

/** "The interior minister, Ann Smith,": the name behind the comma after a description. */
function nameBehind(
  tokens: readonly Token[],
  { from, to }: Pick<Span, "from" | "to">,
  mentions: readonly FigureMention[],
  words: WordTests,
): FigureMention | undefined {
  const isRole = ({ lower }: Token) => words.roles(lower);
  const next = mentions.find(
    (mention) => !mention.isBody && mention.from > to && mention.from <= to + APPOSITION,
  );
  if (!next) return undefined;
  const isSetOff = next.from === to + 1 && tokens[next.to]?.text === ",";
  const hasArticle = [tokens[from - 1], tokens[from]].some((token) =>
    words.known(token?.lower ?? ""),
  );
  if (isSetOff && hasArticle) return next;
  if (!tokens.slice(from, to).some(isRole)) return undefined;
  return next.from === to + 1 || tokens.slice(to + 1, next.from).some(isRole) ? next : undefined;
}

const POSSESSIVE = /(?:['’]s|s['’])$/u;

/** "The investor, owner of a chain Ann Smith": tokens between the comma and the name. */
const APPOSITION = 8;

/** "of Harvard", "for Mr. Trump", "Clinton's aide" */
function isGoverned(
  tokens: readonly Token[],
  mention: FigureMention,
  from: number,
  words: WordTests,
): boolean {
  const before = tokens[mention.from - 1];
  const earlier = tokens[mention.from - 2];
  const next = tokens[mention.to];
  if (POSSESSIVE.test(tokens[mention.to - 1]?.text ?? "") && next?.isWord === true) {
    return !words.writings(next.lower);
  }
  if (mention.from <= from) return false;
  const isThe = before !== undefined && words.known(before.lower);
  const governor = isThe ? earlier : before;
  return (
    governor !== undefined &&
    words.prepositions(governor.lower) &&
    mention.from - (isThe ? 2 : 1) > from
  );
}

/** "U.S. officials", "the Clinton campaign" */
function isModifier(
  tokens: readonly Token[],
  mention: FigureMention,
  to: number,
  words: WordTests,
): boolean {
  const next = tokens[mention.to];
  if (!next || mention.to >= to || !next.isWord || words.writings(next.lower)) return false;
  return (
    !words.prepositions(next.lower) &&
    !words.pronouns.who(next.lower) &&
    !words.particles(next.lower)
  );
}

const LONGEST_CAPACITY = 14;

/** "A spokesman for the port" beside the name. */
function capacityIn(
  tokens: readonly Token[],
  span: Span,
  head: FigureMention,
  words: WordTests,
  slice: (from: number, to: number) => string,
): string | undefined {
  if (head.from > span.from) {
    const before = tokens.slice(Math.max(span.from, head.from - LONGEST_CAPACITY), head.from);
    const text = slice(Math.max(span.from, head.from - LONGEST_CAPACITY), head.from);
    const beside = before.at(-1);
    const isBeside = beside !== undefined && (beside.text === "," || words.roles(beside.lower));
    if (isBeside && before.some(({ lower }) => words.roles(lower))) {
      return withoutArticle(text.replace(/[\s,]+$/u, ""), words);
    }
  }
  if (tokens[head.to]?.text !== ",") return undefined;
  let end = head.to + 1;
  while (
    end < tokens.length &&
    end - head.to < LONGEST_CAPACITY &&
    !ENDS_APPOSITION.test(tokens[end]?.text ?? "")
  )
    end += 1;
  const after = tokens.slice(head.to + 1, end);
  return after.some(({ lower }) => words.roles(lower)) && !words.pronouns.who(after[0]?.lower ?? "")
    ? withoutArticle(slice(head.to + 1, end), words)
    : undefined;
}

const ENDS_APPOSITION = /^[,.;:“”"«»—–]$/u;

function withoutArticle(text: string, words: WordTests): string {
  const [first = "", ...rest] = text.split(" ");
  const isArticle = words.known(first.toLowerCase()) || words.unknown(first.toLowerCase());
  return isArticle ? rest.join(" ") : text;
}

function isPronoun(lower: string, { pronouns }: WordTests): boolean {
  return pronouns.he(lower) || pronouns.she(lower) || pronouns.they(lower) || pronouns.who(lower);
}

function byPronoun(
  pronoun: Token,
  mentions: readonly FigureMention[],
  span: Span,
  told: Told,
  { pronouns }: WordTests,
): FoundSpeaker | undefined {
  if (pronouns.who(pronoun.lower)) {
    const before = mentions.findLast(({ to }) => to <= span.from);
    return before && { figure: before.figure, way: "pronoun" };
  }
  const gender: Gender | undefined = pronouns.he(pronoun.lower)
    ? "he"
    : pronouns.she(pronoun.lower)
      ? "she"
      : undefined;
  const fits = (figure: Figure) =>
    gender === undefined
      ? figure.isBody
      : !figure.isBody &&
        (figure.gender === gender || (figure.gender === undefined && isPerson(figure)));
  const figure =
    told.lastSpeaker &&
    fits(told.lastSpeaker) &&
    (gender === undefined ||
      told.lastSpeaker.gender === gender ||
      told.recent[0] === told.lastSpeaker)
      ? told.lastSpeaker
      : (told.recent.find(fits) ?? told.lastSpeaker);
  if (!figure) return undefined;
  if (gender && !figure.isBody) figure.gender ??= gender;
  return { figure, way: "pronoun" };
}

/** A single word may be a place as well. */
function isPerson({ words, capacity }: Figure): boolean {
  return words.length > 1 || capacity !== undefined;
}

function roleOf(tokens: readonly Token[], words: WordTests): string | undefined {
  return tokens.find(({ lower }) => words.roles(lower))?.lower;
}

function hasWord(text: string | undefined, word: string, keyOf: KeyOf): boolean {
  return (
    text !== undefined &&
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((one) => keyOf(one) === word)
  );
}
