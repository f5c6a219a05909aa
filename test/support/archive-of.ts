import type { Article } from "../../src/article/article.ts";
import { type ArticleScope, isInScope } from "../../src/article/article-scope.ts";
import { catalogueOf } from "../../src/answer/archive/catalogue.ts";
import { groupedBy } from "../../src/article/grouped-by.ts";
import { soundsInOtherScript, soundsOfName } from "../../src/search/analysis/names-by-sound.ts";
import type {
  Archive,
  ArchiveSearch,
  ArchiveStatistics,
  Found,
  FoundPassage,
  FoundPerson,
  Wanted,
} from "../../src/search/archive/archive.ts";
import { analyseArticle } from "../../src/search/archive/analysed-article.ts";
import {
  type ArchivedArticle,
  type ArchivedPassage,
  joinArticle,
  articleParts,
} from "../../src/search/archive/archived-article.ts";
import { type ArchiveRows, archiveRows } from "../../src/search/archive/archive-rows.ts";
import { areRelatives } from "../../src/search/index/term-dictionary.ts";

type Row = ArchiveRows & {
  readonly article: ArchivedArticle;
  readonly text: number;
  readonly archived: readonly ArchivedPassage[];
};

/** An archive in arrays, which finds everything: what a database approximates. `atHand`: how many it always has. */
export function archiveOf(articles: readonly Article[], atHand = articles.length): Archive {
  const analysed = articles.map(analyseArticle);
  const parts = analysed.map(articleParts).map(({ archived, passages }, id) => ({
    archived: { id, ...archived },
    passages,
  }));
  const wholes = parts.map((own) => ({ archived: own.archived, article: joinArticle(own) }));
  const rows = analysed.flatMap((each, number) =>
    archiveRows(each).flatMap((row, text): Row[] => {
      const own = parts[number];
      return own
        ? [{ ...row, article: own.archived, text, archived: own.passages[text] ?? [] }]
        : [];
    }),
  );
  const byLanguage = groupedBy(rows, ({ language }) => language);
  const statistics = new Map(
    [...byLanguage].map(([language, own]) => [language, sumUp(own, atHand)]),
  );
  const catalogue = catalogueOf(articles);
  const inScope = (scope: ArticleScope) =>
    wholes.filter(({ article }) => isInScope(article, scope)).map(({ archived }) => archived);
  const sources = { publishers: catalogue.publishers(), sections: catalogue.sections() };
  return {
    statistics: async () => statistics,
    lookUp: async (wanted) => lookUp(wanted, byLanguage.get(wanted.language) ?? []),
    articles: async (slugs) => wholes.filter(({ article }) => slugs.includes(article.slug)),
    sources: async () => sources,
    inScope: async ({ days, ...others }) => {
      const found = inScope({ ...(days && { days }), ...others });
      return { articles: found, nearest: found.length > 0 ? [] : inScope(others) };
    },
    wholes: async (some) => wholes.filter(({ archived }) => some.includes(archived)),
    latest: async () => wholes.slice(0, Math.min(2, atHand)),
  };
}

function sumUp(rows: readonly Row[], atHand: number): ArchiveStatistics {
  const passages = total(rows.map((row) => row.passages));
  const documents = rows.flatMap((row) => row.documents);
  return {
    passages,
    isOnlyTranslated: rows.every((row) => !row.isOriginal),
    meanLength: total(rows.map(({ length }) => length)) / passages,
    documents: documents.length,
    meanTerms: total(documents.map(({ terms }) => terms.length)) / documents.length,
    sample: rows.filter(({ article }) => article.id < atHand).flatMap(passagesIn),
  };
}

function passagesIn({ article, text, archived }: Row): FoundPassage[] {
  return archived.map((one, position) => ({ article, text, position, archived: one }));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function lookUp(wanted: Wanted, rows: readonly Row[]): Found {
  const terms = new Map<string, number>();
  for (const [term, count] of rows.flatMap((row) => [...row.terms])) {
    terms.set(term, (terms.get(term) ?? 0) + count);
  }
  const words = rows.flatMap((row) => row.words);
  const people = rows.flatMap(({ article, people: own }) =>
    own.map((person) => ({ ...person, article })),
  );
  return {
    terms,
    relatives: mapped(wanted.relatives, (term) =>
      [...terms.keys()].filter((one) => one !== term && areRelatives(term, one)),
    ),
    people: mapped(wanted.people, (term): FoundPerson[] =>
      people.filter((person) => person.terms.includes(term)),
    ),
    words: new Set(words.map(({ word }) => word)),
    typos: mapped(wanted.typos, () => new Map(words.map(({ word, count }) => [word, count]))),
    soundAlike: mapped(wanted.sounds, (word): FoundPerson[] =>
      people.filter(({ sounds }) => haveOne(sounds, soundsInOtherScript(word))),
    ),
    names: mapped(wanted.sounds, (word) =>
      words
        .filter((one) => one.names > 0 && haveOne(soundsOfName(one.word), soundsOfName(word)))
        .toSorted((one, other) => other.names - one.names),
    ),
    pairs: new Map(
      Array.from(wanted.pairs, ([key, pair]) => [
        key,
        rows.flatMap((row) => passagesWith((own) => pair.every((term) => own.includes(term)), row)),
      ]),
    ),
    searches: new Map(Array.from(wanted.searches, ([key, one]) => [key, search(one, rows)])),
  };
}

function haveOne(sounds: readonly string[], of: readonly string[]): boolean {
  return sounds.some((one) => of.includes(one));
}

function mapped<Value>(keys: ReadonlySet<string>, valueOf: (key: string) => Value) {
  return new Map(Array.from(keys, (key) => [key, valueOf(key)]));
}

function search(
  { terms, reader, within = {} }: ArchiveSearch,
  rows: readonly Row[],
): FoundPassage[] {
  const asked = new Set(terms.map(({ term }) => term));
  return rows
    .filter(({ readers, isOriginal }) =>
      reader === undefined ? isOriginal : readers.includes(reader),
    )
    .filter(({ article: { texts } }) => texts[0] && isInScope(texts[0].article, within))
    .flatMap((row) => passagesWith((own) => own.some((term) => asked.has(term)), row));
}

function passagesWith(has: (terms: readonly string[]) => boolean, row: Row): FoundPassage[] {
  const all = passagesIn(row);
  return row.documents.flatMap(({ first, end, terms }) =>
    has(terms.map((term) => row.vocabulary[term] ?? "")) ? all.slice(first, end) : [],
  );
}
