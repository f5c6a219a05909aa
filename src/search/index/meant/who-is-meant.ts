import type { Article, Person } from "../../../article/article.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { AnalysedWord } from "../../analysis/analyse-text.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
import { type BodyNouns, bodyNounsOf } from "./body-nouns.ts";
import { headNounIn } from "./introduction.ts";
import { describe, readNames } from "./read-names.ts";
import { readWhomItMeans } from "./read-whom-it-means.ts";
import { addReferent, type Referent, type Referents, noReferents } from "./referents.ts";
import { hasKind, quotedWords, type SentenceToRead } from "./sentence-to-read.ts";
import { nextToldOf, type ToldOf } from "./told-of.ts";
import { WORD_KIND } from "../../../languages/word-kinds.ts";

/** Somebody whom a sentence means without naming them in full. */
type Meant = { readonly referent: Referent; readonly sentence: number };

/** Finds whom the sentences of a passage mean by "she", "the minister", or a surname alone. */
export type MeaningReader = {
  /** Those of an article before it is read: whom it lists. */
  readonly listedIn: (article: Article) => Referents;
  /** Adds to the referents whom the passage names. */
  readonly read: (passage: PassageToRead) => {
    readonly meant: readonly Meant[];
    readonly toldOf: ToldOf;
  };
};

type PassageToRead = {
  readonly text: string;
  readonly words: readonly AnalysedWord[];
  /** Listed people named by any name. */
  readonly mentions: readonly { readonly person: string; readonly sentence: number }[];
  readonly referents: Referents;
  readonly before: ToldOf;
};

export function createMeaningReader(pack: LanguagePack): MeaningReader {
  const hasThings = pack.descriptions?.personal !== undefined;
  const bodyNouns = bodyNounsOf(pack);

  return {
    listedIn({ people }) {
      const referents = noReferents();
      for (const one of people) addListed(one, referents, pack, bodyNouns);
      return referents;
    },
    read({ text, words, mentions, referents, before }) {
      let toldOf = before;
      const meant: Meant[] = [];
      const quoted = quotedWords(text, words);
      let from = 0;
      while (from < words.length) {
        const { sentence: number = 0 } = words[from] ?? {};
        let to = from + 1;
        while (words[to]?.sentence === number) to += 1;
        const { isInflected } = pack;
        const sentence = { text, words, quoted, isInflected, bodyNouns, from, to };
        from = to;
        const listed = listedAmong(mentions, number, referents);
        const named = readNames(sentence, referents);
        if (listed.length === 0 && named.names.length === 0 && !tellsOfAnybody(sentence)) {
          toldOf = nextToldOf(toldOf, NOBODY, NOBODY);
          continue;
        }
        const read = readWhomItMeans({
          sentence,
          named,
          listed,
          referents,
          before: toldOf,
          hasThings,
        });
        for (const referent of read.meant) meant.push({ referent, sentence: number });
        toldOf = nextToldOf(toldOf, read.people, read.bodies);
      }
      return { meant, toldOf };
    },
  };
}

const NOBODY: readonly never[] = [];

function listedAmong(
  mentions: PassageToRead["mentions"],
  number: number,
  { all }: Referents,
): readonly Referent[] {
  if (mentions.length === 0) return NOBODY;
  return mentions.flatMap(({ person, sentence }) =>
    sentence === number ? (all.find((one) => one.person === person) ?? []) : [],
  );
}

const { body, he, person, she, yearsOld } = WORD_KIND;

/** Without a name. */
function tellsOfAnybody(sentence: SentenceToRead): boolean {
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (hasKind(sentence, at, he | she | person | body | yearsOld)) return true;
  }
  return false;
}

const MOST_WORDS_OF_PERSON = 3;
const CAPITAL = /^\p{Lu}/u;

/** With what the capacity says that they are. */
function addListed(
  { id, name, capacity = "" }: Person,
  referents: Referents,
  pack: LanguagePack,
  bodyNouns: BodyNouns,
): void {
  const words = name.split(" ");
  const isBody = words.some((word) => (pack.terms.read(word).kinds & WORD_KIND.inBody) !== 0);
  const isPerson =
    words.length > 1 &&
    words.length <= MOST_WORDS_OF_PERSON &&
    words.every((word) => CAPITAL.test(word));
  const kind = isBody ? "body" : isPerson ? "person" : "unknown";
  const referent = addReferent(referents, { person: id, terms: words.map(pack.terms.of), kind });
  const named = sentenceOf(name, pack, bodyNouns);
  describe(referent, named, [0, 1], []);
  const told = sentenceOf(capacity, pack, bodyNouns);
  describe(referent, told, [0, told.to], headNounIn(told, 0, told.to));
}

function sentenceOf(text: string, pack: LanguagePack, bodyNouns: BodyNouns): SentenceToRead {
  const { words } = analyseKnownText(text, pack.terms);
  const quoted = new Set<number>();
  const { isInflected } = pack;
  return { text, words, quoted, isInflected, bodyNouns, from: 0, to: words.length };
}
