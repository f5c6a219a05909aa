import type { Article, Passage, Person } from "../article/article.ts";
import { groupedBy } from "../article/grouped-by.ts";
import { lengthWithin, voicesBy } from "../article/voices.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import { packFor } from "../languages/packs.ts";
import { contentOf } from "../search/analysis/analyse-text.ts";
import { analyseKnownText } from "../search/analysis/known-texts.ts";
import { mentionsIn, namesOf, type Names } from "../search/index/people.ts";
import { firstEndingAfter, type Range } from "../text/ranges.ts";
import { sentencesIn } from "../text/sentences.ts";
import type { Citation } from "./answer.ts";
import { citationsOf } from "./citations.ts";

/** A passage in which somebody else names a person. The snippet is the sentence that does. */
export type MentionCitation = Citation & {
  /** How much the sentence tells about the person; comparable within one article. */
  readonly aboutness: number;
};

type MentionsByPerson = Map<Person, readonly MentionCitation[]>;

/** Kept with the article: finding the mentions takes reading all of it. */
const knownMentions = new WeakMap<Article, MentionsByPerson>();

/** What others say of a person, one sentence for each passage, in the article's order. */
export function mentionsOf(article: Article, person: Person): readonly MentionCitation[] {
  const known: MentionsByPerson = knownMentions.get(article) ?? new Map();
  knownMentions.set(article, known);
  const mentions = known.get(person) ?? findMentions(article, person);
  known.set(person, mentions);
  return mentions;
}

function findMentions(article: Article, person: Person): MentionCitation[] {
  const pack = packFor(article.language);
  const names = namesOf(article.people, pack.terms);
  return citationsOf(article).flatMap((citation) => {
    const [best] = mentionsInPassage(citation.passage, person, { names, pack }).toSorted(
      (one, other) => other.aboutness - one.aboutness,
    );
    if (!best) return [];
    const { sentence, name, aboutness } = best;
    return [{ ...citation, snippet: { sentence, highlights: [name] }, aboutness }];
  });
}

/** The `max` that tell most, best first. */
export function mostTelling(mentions: readonly MentionCitation[], max: number): MentionCitation[] {
  return mentions.toSorted((one, other) => other.aboutness - one.aboutness).slice(0, max);
}

type SentenceAbout = {
  readonly sentence: Range;
  readonly name: Range;
  readonly aboutness: number;
};

/** Each sentence in which somebody else names the person, with the place of the first mention. */
function mentionsInPassage(
  passage: Passage,
  person: Person,
  { names, pack }: { readonly names: Names; readonly pack: LanguagePack },
): SentenceAbout[] {
  const own = voicesBy(passage, person.id);
  const named = placesOfNames(passage.text, names, pack);
  const byOthers = named.filter(({ range }) =>
    own.every((voice) => lengthWithin(voice, range) === 0),
  );
  if (!byOthers.some((one) => one.person === person)) return [];

  const sentences = sentencesIn(passage.text);
  const inSentence = groupedBy(byOthers, ({ range }) => firstEndingAfter(sentences, range[0]));
  return [...inSentence].flatMap(([at, all]) => {
    const sentence = sentences[at];
    const mention = all.find((one) => one.person === person);
    if (!sentence || !mention) return [];
    const isHanging = pack.hangingStart.test(passage.text.slice(...sentence));
    const others = new Set(all.map((one) => one.person.id)).size - 1;
    const aboutness =
      (all[0] === mention ? NAMED_FIRST : 0) +
      (passage.isKeyFact ? KEY_FACT : 0) -
      (isHanging ? HANGING : 0) -
      others * OTHER;
    return [{ sentence, name: mention.range, aboutness }];
  });
}

/** What is named first is what a sentence is about. */
const NAMED_FIRST = 1;
const KEY_FACT = 0.5;
/** A sentence that needs the one before it. */
const HANGING = 1;
/** Each other person named takes some of the attention. */
const OTHER = 0.25;

type PlacedName = { readonly person: Person; readonly range: Range };

function placesOfNames(text: string, names: Names, { terms }: LanguagePack): PlacedName[] {
  const content = contentOf(analyseKnownText(text, terms));
  return mentionsIn(content, names).flatMap(({ person, at, length }) => {
    const [first, last] = [content.words[at], content.words[at + length - 1]];
    return first && last ? [{ person, range: [first.word.start, last.word.end] as const }] : [];
  });
}
