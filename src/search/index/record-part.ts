import type { Article, Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Steps } from "../../languages/steps.ts";
import { layOut } from "./layout.ts";
import { growing32 } from "./growing.ts";
import { createMeaningReader } from "./meant/who-is-meant.ts";
import { namesForEach } from "./names-for-each.ts";
import { locatePassages, type PassageLocations } from "./passage-locations.ts";
import { growingPool, type PassagePool, toPool } from "./passage-pool.ts";
import { type Names, namesInSteps, withoutRepeatedPeople } from "./people.ts";
import { recordPassage, type IndexBuilder } from "./record-passage.ts";
import {
  createUseCounter,
  endUsesOfArticle,
  type RecordedPart,
  stringsOf,
  toUses,
} from "./recorded-part.ts";

/** `names`: of the people of all articles that are indexed together. */
export function* recordPart(
  articles: readonly Article[],
  pack: LanguagePack,
  names: Names,
): Steps<RecordedPart<PassagePool>> {
  const numbered = { ids: new Map<string, number>(), words: createUseCounter() };
  const builder = createIndexBuilder(articles, pack, { names, ...numbered });
  const { pool, ids, words, people } = builder;
  const passageEnds = growing32();
  for (const article of articles) {
    yield* recordInto(builder, yield* locatePassages([article], yield* layOut([article])));
    passageEnds.push(pool.lengths.length());
    endUsesOfArticle(words);
    endUsesOfArticle(people);
  }
  const part = {
    pool: toPool(pool),
    terms: stringsOf([...ids.keys()]),
    words: stringsOf([...words.numbers.keys()]),
    people: stringsOf([...people.numbers.keys()]),
    uses: {
      passageEnds: passageEnds.toArray(),
      words: toUses(words),
      people: toUses(people),
      names: [],
    },
  };
  return { ...part, uses: { ...part.uses, names: yield* namesForEach(part, names) } };
}

/** The same for whoever has only these articles. `people`: of all that are indexed together, in their order. */
export function* recordPartAmong(
  people: readonly Person[],
  articles: readonly Article[],
  pack: LanguagePack,
): Steps<RecordedPart<PassagePool>> {
  const names = withoutRepeatedPeople(yield* namesInSteps(people, pack.terms));
  return yield* recordPart(articles, pack, names);
}

/**
 * All passages of an article that is indexed among no others, just as if it had been merged. Its terms and words are numbered on
 * from the given ones, and added to them.
 */
export function* recordAlone(
  article: Article,
  pack: LanguagePack,
  given: Numbered & { readonly locations: PassageLocations },
): Steps<Pick<IndexBuilder, "people"> & { readonly pool: PassagePool }> {
  const builder = createIndexBuilder([article], pack, given);
  yield* recordInto(builder, given.locations);
  return { pool: toPool(builder.pool), people: builder.people };
}

function* recordInto(builder: IndexBuilder, locations: PassageLocations): Steps<void> {
  for (let number = 0; number < locations.length; number += 1) {
    const location = locations.at(number);
    if (location) yield* recordPassage(location, builder);
    yield;
  }
}

type Numbered = Pick<IndexBuilder, "names" | "ids" | "words">;

function createIndexBuilder(
  articles: readonly Article[],
  pack: LanguagePack,
  { names, ids, words }: Numbered,
): IndexBuilder {
  const { terms } = pack;
  const published = new Map(
    articles.flatMap((article) => {
      const day = terms.dayIn(article.source.publishedOn ?? "");
      return day ? [[article, day] as const] : [];
    }),
  );
  return {
    terms,
    names,
    ids,
    words,
    lastTerms: { terms: [], ids: [] },
    contexts: new Map(),
    published,
    whoIsMeant: { reader: createMeaningReader(pack), referents: new Map(), toldOf: new Map() },
    pool: growingPool(),
    people: createUseCounter(),
  };
}
