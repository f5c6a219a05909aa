import type { Article, Person } from "../../article/article.ts";
import { packFor } from "../../languages/packs.ts";
import { contentOf } from "../analysis/analyse-text.ts";
import { analyseKnownText } from "../analysis/known-texts.ts";
import { mentionsIn, namesOf, type Names } from "../index/people.ts";

/** The people of an article whom a text names, in order, each once. */
export type PeopleNamedIn = (text: string, article: Article) => readonly Person[];

/** Caches what it finds: passages that are shown are shown often, and may be long. */
export function createPeopleFinder(): PeopleNamedIn {
  const articles = new WeakMap<Article, CachedArticle>();

  return (text, article) => {
    const cached = articles.get(article) ?? { names: namesIn(article), peopleByText: new Map() };
    articles.set(article, cached);
    const { names, peopleByText } = cached;
    const people = peopleByText.get(text) ?? findPeople(text, article, names);
    peopleByText.set(text, people);
    return people;
  };
}

type CachedArticle = {
  readonly names: Names;
  readonly peopleByText: Map<string, readonly Person[]>;
};

function namesIn({ people, language }: Article): Names {
  return namesOf(people, packFor(language).terms);
}

function findPeople(text: string, { language }: Article, names: Names): readonly Person[] {
  const content = contentOf(analyseKnownText(text, packFor(language).terms));
  return [...new Set(mentionsIn(content, names).map(({ person }) => person))];
}
