import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import type { Language } from "../../languages/language.ts";
import { once } from "../../languages/once.ts";
import type { LanguageIndex } from "../index/language-index.ts";
import { indexPassages, type PassageIndex } from "../index/passage-index.ts";
import { type ArchiveFacts, type Missing, nothingMissing } from "./archive-facts.ts";
import { openArchiveIndex, passageJoiner } from "./archive-index.ts";
import type { OpenedArticles } from "./opened-articles.ts";

/** Of each article by itself. */
export type KnownIndexes = WeakMap<Article, readonly LanguageIndex[]>;

type Known = {
  readonly facts: readonly ArchiveFacts[];
  readonly missing: readonly Missing[];
  readonly indexes: KnownIndexes;
  readonly opened: OpenedArticles;
};

/** What is known of an archive so far, and each of its articles by itself, as an index of articles in memory. */
export function openArchivePassages(articles: readonly Article[], known: Known): PassageIndex {
  return openFor(articles, { ...known, join: passageJoiner(known.opened) });
}

type Joined = Known & { readonly join: ReturnType<typeof passageJoiner> };

/** `reader`: the language of the reader, who gets translations into it. */
function openFor(articles: readonly Article[], known: Joined, reader?: Language): PassageIndex {
  const { facts, missing, indexes, opened, join } = known;
  const everything = once(() =>
    facts.flatMap((own, number) => {
      if (own.statistics.isOnlyTranslated && own.language !== reader) return [];
      const lacks = missing[number] ?? nothingMissing(own.language);
      const joined = join(own, reader);
      return [openArchiveIndex({ facts: own, missing: lacks, reader, opened, joined })];
    }),
  );
  return {
    languageIndexesFor(slug) {
      if (slug === undefined) return everything();
      const article = articles.find((one) => one.slug === slug);
      const text = article && (reader === undefined ? article : articleIn(article, reader));
      return text ? indexesOf(text, indexes) : [];
    },
    *prepare() {},
    readIn: (language) => openFor(articles, known, language),
  };
}

function indexesOf(article: Article, indexes: KnownIndexes): readonly LanguageIndex[] {
  const known = indexes.get(article) ?? indexPassages([article]).languageIndexesFor(undefined);
  indexes.set(article, known);
  return known;
}
