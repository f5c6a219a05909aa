import type { Token } from "../read-text.ts";
import type { WordTests } from "../word-lists.ts";
import type { FigureMention } from "./speaker-of.ts";
import type { Span } from "./speaker-span.ts";

/** The name that the span is about: not one that only says for whom somebody speaks. */
export function headMention(
  tokens: readonly Token[],
  { from, to }: Span,
  mentions: readonly FigureMention[],
  { words, hasArticles }: { readonly words: WordTests; readonly hasArticles: boolean },
): FigureMention | undefined {
  const inside = mentions.filter((mention) => mention.to > from && mention.from < to);
  const free = inside.filter(
    (mention) =>
      !isGoverned(tokens, mention, from, words) &&
      !(mention.from > from + 1 && words.told(tokens[mention.from - 1]?.lower ?? "")) &&
      !(hasArticles && isModifier(tokens, mention, to, words)) &&
      tokens[mention.from - 1]?.text !== "(",
  );
  const firstComma = tokens.findIndex((token, at) => at > from && token.text === ",");
  const end = firstComma < 0 ? to : firstComma;
  const early = free.filter((mention) => mention.from < end);
  const head = early.findLast(({ isBody }) => !isBody) ?? early.at(-1);
  if (head) return whoIsFor(tokens, head, mentions, words) ?? head;
  const edge = firstComma >= 0 && firstComma - to <= PARENTHESES ? firstComma : to;
  return (
    nameBehind(tokens, { from, to: edge }, mentions, words) ??
    behindPlace(tokens, from, free, words)
  );
}

/** "At the party's headquarters, Ann Smith": the span may begin with the place. */
function behindPlace(
  tokens: readonly Token[],
  from: number,
  mentions: readonly FigureMention[],
  words: WordTests,
): FigureMention | undefined {
  const isPlace = [tokens[from - 1], tokens[from]].some((token) =>
    words.places(token?.lower ?? ""),
  );
  return isPlace
    ? mentions.find(({ from: at, isBody }) => !isBody && tokens[at - 1]?.text === ",")
    : undefined;
}

/** "The secretary general of the ILC (International Lace Council), Ann Smith": tokens that a span may stop short of a comma. */
const PARENTHESES = 6;

/** "Ann Smith for the port": who stands before the words that only say for whom. */
function whoIsFor(
  tokens: readonly Token[],
  head: FigureMention,
  mentions: readonly FigureMention[],
  words: WordTests,
): FigureMention | undefined {
  const isFor = words.prepositions(tokens[head.from - 1]?.lower ?? "");
  return isFor ? mentions.find(({ to, isBody }) => !isBody && to === head.from - 1) : undefined;
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
  const between = tokens.slice(to + 1, next.from);
  const isShort = between.length <= FEW && between.every(({ text }) => text !== ",");
  const isNamed = isShort && tokens.slice(from, to).some(isRole);
  return isNamed || between.some(isRole) ? next : undefined;
}

const POSSESSIVE = /(?:['’]s|s['’])$/u;

/** "The investor, owner of a chain Ann Smith": tokens between the comma and the name. */
const APPOSITION = 8;
/** So few are a role that no list knows. */
const FEW = 3;

/** "of Harvard", "for Mr. Trump", "Clinton's aide" */
function isGoverned(
  tokens: readonly Token[],
  mention: FigureMention,
  from: number,
  words: WordTests,
): boolean {
  let start = mention.from;
  // "A spokeswoman for the Israeli Defense Ministry"
  while (start > from + 1 && words.notNames(tokens[start - 1]?.lower ?? "")) start -= 1;
  const [earlier, before] = [tokens[start - 2], tokens[start - 1]];
  const next = tokens[mention.to];
  if (POSSESSIVE.test(tokens[mention.to - 1]?.text ?? "") && next?.isWord === true) {
    return !words.writings(next.lower);
  }
  if (mention.from <= from) return false;
  const isThe = before !== undefined && words.known(before.lower);
  const governor = isThe ? earlier : before;
  return (
    governor !== undefined && words.prepositions(governor.lower) && start - (isThe ? 2 : 1) > from
  );
}

const NO_NOUN = /(?:ly|ed)$/u;

/** "U.S. officials", "the Clinton campaign", but not "Ann Smith personally" */
function isModifier(
  tokens: readonly Token[],
  mention: FigureMention,
  to: number,
  words: WordTests,
): boolean {
  const next = tokens[mention.to];
  if (!next || mention.to >= to || !next.isWord || words.writings(next.lower)) return false;
  return (
    !NO_NOUN.test(next.lower) &&
    !words.prepositions(next.lower) &&
    !words.pronouns.who(next.lower) &&
    !words.particles(next.lower)
  );
}
