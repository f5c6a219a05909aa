import type { Article, Person } from "../../article/article.ts";
import { mentionsIn, namesOf, type Names } from "../index/people.ts";
import { packFor } from "../../languages/packs.ts";
import { wordsIn } from "../../text/words.ts";

/** The people of an article whom a text of its passages names, in order, each once. */
export function peopleNamedIn(text: string, article: Article): readonly Person[] {
  const read = readTexts.get(article) ?? new Map<string, readonly Person[]>();
  readTexts.set(article, read);
  const known = read.get(text);
  if (known) return known;

  const people = readPeople(text, article);
  read.set(text, people);
  return people;
}

/** Remembered, because a passage that is shown is shown often, and may be long. */
const readTexts = new WeakMap<Article, Map<string, readonly Person[]>>();

function readPeople(text: string, article: Article): readonly Person[] {
  const { terms } = packFor(article.language);
  const written = wordsIn(text)
    .filter((word) => !terms.isStopWord(word.text))
    .map((word) => terms.of(word.text));
  const mentions = mentionsIn(written, namesIn(article));
  return [...new Set(mentions.map(({ person }) => person))];
}

const namesByArticle = new WeakMap<Article, Names>();

/** Remembered, because every question asks for the same. */
function namesIn(article: Article): Names {
  const known = namesByArticle.get(article);
  if (known) return known;

  const names = namesOf(article.people, packFor(article.language).terms);
  namesByArticle.set(article, names);
  return names;
}
