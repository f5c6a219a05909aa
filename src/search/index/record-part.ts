import type { Article } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Steps } from "../../languages/steps.ts";
import { layOut } from "./layout.ts";
import { growing32 } from "./growing.ts";
import { createMeaningReader } from "./meant/who-is-meant.ts";
import { namesForEach } from "./names-for-each.ts";
import { locatePassages } from "./passage-locations.ts";
import { growingPool, toPool } from "./passage-pool.ts";
import type { Names } from "./people.ts";
import { recordPassage, type IndexBuilder } from "./record-passage.ts";
import { createUseCounter, endUsesOfArticle, type RecordedPart, toUses } from "./recorded-part.ts";

/** `names`: of the people of all articles that are indexed together. */
export function* recordPart(
  articles: readonly Article[],
  pack: LanguagePack,
  names: Names,
): Steps<RecordedPart> {
  const builder = createIndexBuilder(articles, pack, names);
  const { pool, ids, words, people } = builder;
  const passageEnds = growing32();
  for (const article of articles) {
    const locations = yield* locatePassages([article], yield* layOut([article]));
    for (let number = 0; number < locations.length; number += 1) {
      const location = locations.at(number);
      if (location) yield* recordPassage(location, builder);
      yield;
    }
    passageEnds.push(pool.lengths.length());
    endUsesOfArticle(words);
    endUsesOfArticle(people);
  }
  const part = {
    pool: toPool(pool),
    terms: stringsOf(ids),
    words: stringsOf(words.numbers),
    people: stringsOf(people.numbers),
    uses: {
      passageEnds: passageEnds.toArray(),
      words: toUses(words),
      people: toUses(people),
      names: [],
    },
  };
  return { ...part, uses: { ...part.uses, names: yield* namesForEach(part, names) } };
}

function createIndexBuilder(
  articles: readonly Article[],
  pack: LanguagePack,
  names: Names,
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
    ids: new Map(),
    words: createUseCounter(),
    lastTerms: { terms: [], ids: [] },
    contexts: new Map(),
    published,
    whoIsMeant: { reader: createMeaningReader(pack), referents: new Map(), toldOf: new Map() },
    pool: growingPool(),
    people: createUseCounter(),
  };
}

function stringsOf(numbers: ReadonlyMap<string, number>): RecordedPart["terms"] {
  const strings = [...numbers.keys()];
  return { size: strings.length, at: (number) => strings[number] ?? "" };
}
