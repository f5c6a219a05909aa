import type { Sentence, Token } from "../read-text.ts";
import { byPronoun, isPronoun } from "./by-pronoun.ts";
import { capacityIn } from "./capacity-of.ts";
import { figureByRole } from "./figure-by-role.ts";
import { headMention } from "./head-mention.ts";
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
  /** Whether the language has articles: without them, any role may be somebody told of before. */
  readonly hasArticles: boolean;
  /** The words are in the genitive: "за словами …". */
  readonly isGenitive: boolean;
};

/** Whom the words that name a speaker mean. */
export function speakerIn(
  { tokens, text }: Pick<Sentence, "tokens" | "text">,
  span: Span,
  mentions: readonly FigureMention[],
  told: Told,
  words: WordTests,
): FoundSpeaker | undefined {
  const named = tokens.slice(span.from, span.to).filter(({ isWord }) => isWord);
  if (named.length === 0) return undefined;
  const head = headMention(tokens, span, mentions, {
    words,
    hasArticles: told.hasArticles,
  });
  if (head) {
    const { figure } = head;
    figure.capacity ??= capacityIn({ tokens, text }, span, head, words);
    figure.gender ??= genderOfRole(figure.capacity, words);
    return { figure, way: "name" };
  }
  const pronoun = named.find(({ lower }) => isPronoun(lower, words));
  if (pronoun && named.length <= WITH_PRONOUN) {
    return byPronoun(pronoun, mentions, span, told, words);
  }
  if (words.pronouns.own(named[0]?.lower ?? "")) return undefined;
  const end = endOfNouns(tokens, span, words);
  const description = text.slice(tokens[span.from]?.start, tokens[end - 1]?.end);
  const known = figureByRole(named, told, words);
  if (!known) return { figure: told.describe(description), way: "description" };
  known.aliases.add(description);
  return { figure: known, way: "role" };
}

/** "The government then": what no name ends in is left out. */
function endOfNouns(tokens: readonly Token[], { from, to }: Span, words: WordTests): number {
  let end = to;
  while (end > from + 1 && words.isStopWord(tokens[end - 1]?.lower ?? "")) end -= 1;
  return end;
}

/** Words of a span that is no more than a pronoun: "he also". */
const WITH_PRONOUN = 2;

function genderOfRole(capacity: string | undefined, words: WordTests): Gender | undefined {
  return capacity?.toLowerCase().split(/\s+/u).some(words.femaleTitles) === true
    ? "she"
    : undefined;
}
