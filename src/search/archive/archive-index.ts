import type { Person } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { runSteps } from "../../languages/steps.ts";
import type { Engine } from "../index/engine.ts";
import { groupPassages } from "../index/engine-documents.ts";
import { kinFinder, type LanguageIndex } from "../index/language-index.ts";
import { passageMeanings, type PassageMeanings } from "../index/passage-meanings.ts";
import { namesOf, roleTermsOf } from "../index/people.ts";
import type { TermDictionary } from "../index/term-dictionary.ts";
import type { ArchiveStatistics, FoundPassage, FoundPerson } from "./archive.ts";
import { type ArchiveFacts, type Missing, NOT_THERE, type Numbering } from "./archive-facts.ts";
import {
  type ArchiveView,
  personOf,
  soundsOf,
  spellingOf,
  textFor,
  wordsInArchive,
} from "./archive-words.ts";
import type { ArchivedArticle } from "./archived-article.ts";
import { openArticles, type OpenedArticles } from "./opened-articles.ts";
import { engineOver, type FoundPassages, joinPassages } from "./small-index.ts";

type View = ArchiveView & { readonly joined: JoinedPassages };

/** The passages found so far, with an id for every term that is known. */
type JoinedPassages = FoundPassages & {
  readonly ids: ReadonlyMap<string, number>;
  readonly engine: Engine;
};

/** Joins them once for the indexes of all readers: they differ only where there are few. */
export function passageJoiner(
  opened: OpenedArticles,
): (facts: ArchiveFacts, reader: string | undefined) => JoinedPassages {
  const known = new Map<string, JoinedPassages>();
  return (facts, reader) => {
    const few = ofFew(facts.statistics, reader);
    const key = JSON.stringify([facts.language, few.length > 0 && reader]);
    const joined = known.get(key) ?? joinFound(facts, few, opened);
    known.set(key, joined);
    return joined;
  };
}

function joinFound(
  facts: ArchiveFacts,
  few: readonly FoundPassage[],
  opened: OpenedArticles,
): JoinedPassages {
  const { ids } = facts.numbering;
  const known = [...facts.pairs.values(), ...facts.searches.values()].flat();
  const found = joinPassages([...known, ...few], opened, facts.numbering);
  for (const [term, count] of facts.terms) {
    if (count !== NOT_THERE && !ids.has(term)) ids.set(term, ids.size);
  }
  const { statistics, terms: counts, language } = facts;
  const { terms } = packFor(language);
  const documentsWithTerm = (term: string) => counts.get(term) ?? 0;
  const engine = engineOver({ ...found, terms, ids, statistics, documentsWithTerm });
  return { ...found, ids, engine };
}

/**
 * Stands in for the index of all texts of an archive in a language. It has the passages found so far, and says of words
 * what is known of them in the whole archive. What nobody has looked up yet is as if it were not there, and noted.
 */
export function openArchiveIndex(view: View): LanguageIndex {
  const { facts, missing, reader, joined } = view;
  const { ids, engine } = joined;
  const pack = packFor(facts.language);
  const { terms, rarity } = pack;
  const { statistics } = facts;
  const dictionary = dictionaryOf(facts, missing, ids);
  const foundPeople = peopleIn(view);
  const people = [...foundPeople.keys()];
  const roles = runSteps(roleTermsOf(people, terms));
  const frequencies = new Map([...foundPeople.values()].map((one) => [one.id, one.passages]));
  return {
    pack,
    terms,
    names: namesOf(people, terms),
    roles,
    roleTerms: new Set([...roles.values()].flatMap((role) => [...role])),
    rarity,
    passages: joined.passages,
    passageCount: statistics.passages,
    onSearch({ terms: asked, ...only }) {
      const inTexts = asked.filter(({ postings }) => postings > 0);
      const search = { terms: inTexts, ...only, reader };
      const key = JSON.stringify(search);
      if (inTexts.length > 0 && !facts.searches.has(key)) missing.searches.set(key, search);
    },
    meanLength: statistics.meanLength,
    dictionary,
    kinOf: kinOf(facts, missing, dictionary),
    documentFrequency: Int32Array.from(ids.keys(), (term) =>
      Math.max(0, facts.terms.get(term) ?? 0),
    ),
    spelling: spellingOf(facts, missing),
    phoneticNames: soundsOf(view),
    engine: {
      ...engine,
      documentsWithBoth(one, other) {
        const key = `${one} ${other}`;
        if (!facts.pairs.has(key)) missing.pairs.set(key, [one, other]);
        return engine.documentsWithBoth(one, other);
      },
    },
    groups: groupPassages(joined.locations),
    personFrequency: (id) => frequencies.get(id) ?? 0,
    meanings: meaningsOf(view, dictionary),
    words: wordsInArchive(view, ids),
    articles: [...new Set(joined.locations.sections.map(({ article }) => article))],
  };
}

/** Worked out once for all rounds of a question. */
function meaningsOf({ facts, joined }: View, dictionary: TermDictionary): PassageMeanings {
  const { numbering, inCommon, language } = facts;
  const { ids, meanings: known } = numbering;
  if (known?.ids === ids.size) return known.of;
  const of = passageMeanings({
    pack: packFor(language),
    passages: joined.passages,
    dictionary,
    inCommon,
  });
  numbering.meanings = { ids: ids.size, of };
  return of;
}

/** Passages that were found, and passages of few. */
export function foundPassages({ searches, pairs, statistics }: ArchiveFacts): FoundPassage[] {
  const few = statistics.passages > statistics.sample.length ? [] : statistics.sample;
  return [...searches.values(), ...pairs.values(), few].flat();
}

/** The articles of the people who were found. */
export function articlesOfPeople({ people, soundAlike }: ArchiveFacts): ArchivedArticle[] {
  return [...people.values(), ...soundAlike.values()].flat().map(({ article }) => article);
}

/** All passages, if there are no more than the sample: ranking takes all of few. */
function ofFew(
  { passages, sample }: ArchiveStatistics,
  reader: string | undefined,
): readonly FoundPassage[] {
  if (passages > sample.length) return [];
  return sample.filter(({ article, text }) => text === textFor(article, reader));
}

/** Who is asked about may be named or described with a word of the same kin. */
function kinOf(
  { language, people }: ArchiveFacts,
  missing: Missing,
  dictionary: TermDictionary,
): LanguageIndex["kinOf"] {
  const find = kinFinder(dictionary, packFor(language).terms);
  return (term) => {
    const kin = find(term);
    for (const one of [term, ...kin.relatives, ...kin.near]) {
      if (!people.has(one)) missing.people.add(one);
    }
    return kin;
  };
}

/** Of all that is known, so that a term has one id in all of it. */
function dictionaryOf(
  facts: ArchiveFacts,
  missing: Missing,
  ids: ReadonlyMap<string, number>,
): TermDictionary {
  const written = [...ids.keys()];
  return {
    size: ids.size,
    termOf: (id) => written[id] ?? "",
    keys: () => ids.keys(),
    idOf(term) {
      const count = facts.terms.get(term);
      if (count === undefined) missing.terms.add(term);
      return count === undefined || count === NOT_THERE ? undefined : ids.get(term);
    },
    relativesOf(term) {
      const relatives = facts.relatives.get(term);
      if (!relatives) missing.relatives.add(term);
      return relatives ?? [];
    },
  };
}

/** Everybody who may be named with the words that were looked up, each once. */
function peopleIn(view: View): ReadonlyMap<Person, FoundPerson> {
  const { people: byTerm, soundAlike } = view.facts;
  const found = [...byTerm.values(), ...soundAlike.values()].flat();
  const people = new Map<Person, FoundPerson>();
  for (const one of new Map(found.map((each) => [each.id, each])).values()) {
    const person = personOf(one, view);
    if (person) people.set(person, one);
  }
  return people;
}

/** What all passages have in common, by some of them. */
export function meaningInCommon(sample: readonly FoundPassage[], language: string): Float64Array {
  const numbering: Numbering = { ids: new Map(), records: new Map() };
  const opened = openArticles({ wholes: [], partial: [], found: sample, onNeeded: () => {} });
  const { passages } = joinPassages(sample, opened, numbering);
  const written = [...numbering.ids.keys()];
  const dictionary = { size: written.length, termOf: (id: number) => written[id] ?? "" };
  return passageMeanings({ pack: packFor(language), passages, dictionary }).inCommon();
}
