import type { Sentence, Token } from "../read-text.ts";
import { byPronoun, isPronoun } from "./by-pronoun.ts";
import { capacityIn, fullerCapacity } from "./capacity-of.ts";
import { figureByRole } from "./figure-by-role.ts";
import { nounsIn, WITHIN_NOUNS } from "./nouns-in.ts";
import { headMention } from "./head-mention.ts";
import type { Span } from "./speaker-span.ts";
import type { WordTests } from "../word-lists.ts";
import { isPlaceOfReport, type Name } from "./names-in.ts";
import type { Gender } from "../../../languages/gender.ts";
import type { Figure, KeyOf } from "./people-of.ts";

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
  /** How likely each token is to be part of what says that somebody speaks: "said". */
  readonly cue: Float32Array;
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
  if (named.length === 0 || (span.from === 0 && isPlaceOfReport(tokens, span.to))) return undefined;
  const head = headMention(tokens, span, mentions, {
    words,
    hasArticles: told.hasArticles,
  });
  if (head) {
    const { figure } = head;
    if (told.isGenitive) figure.isGenitive ??= true;
    else figure.subjects?.add(head.text);
    figure.capacity = fullerCapacity(
      figure.capacity,
      capacityIn({ tokens, text }, span, head, { mentions, words, cue: told.cue }),
    );
    figure.gender ??= genderOfRole(figure.capacity, words);
    return { figure, way: "name" };
  }
  const pronoun = named.find(({ lower }) => isPronoun(lower, words));
  if (pronoun && named.length <= WITH_PRONOUN) {
    return byPronoun(pronoun, mentions, span, told, words);
  }
  if (words.pronouns.own(named[0]?.lower ?? "")) return undefined;
  const nouns = nounsIn(tokens, span, { words, hasArticles: told.hasArticles });
  const [first] = nouns;
  if (first && isPersonal(first.lower, words) && !WITHIN_NOUNS.has(first.lower)) {
    return byPronoun(first, mentions, span, told, words);
  }
  if (nouns.every(({ lower }) => words.known(lower))) return undefined;
  if (told.hasArticles && words.prepositions(first?.lower ?? "")) return undefined;
  // "один | пекар"
  const before = tokens[span.from - 1];
  const isNew = !told.hasArticles && before !== undefined && words.unknown(before.lower);
  const start = isNew ? before.start : first?.start;
  const description = text.slice(start, nouns.at(-1)?.end);
  const known = surnameIn(nouns, told) ?? (isNew ? undefined : figureByRole(named, told, words));
  if (!known) return { figure: told.describe(description), way: "description" };
  known.aliases.add(description);
  return { figure: known, way: "role" };
}

function isPersonal(lower: string, { pronouns: { he, she, they } }: WordTests): boolean {
  return he(lower) || she(lower) || they(lower);
}

/** "Rathbun", of somebody told of by the full name. */
function surnameIn([only, ...others]: readonly Token[], told: Told): Figure | undefined {
  if (!only || others.length > 0 || only.text === only.lower) return undefined;
  const key = told.keyOf(only.text);
  return told.recent.find((figure) => figure.words.length > 1 && figure.words.at(-1) === key);
}

/** Words of a span that is no more than a pronoun: "he also". */
const WITH_PRONOUN = 2;

function genderOfRole(capacity: string | undefined, words: WordTests): Gender | undefined {
  return capacity?.toLowerCase().split(/\s+/u).some(words.femaleTitles) === true
    ? "she"
    : undefined;
}
