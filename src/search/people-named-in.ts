import type { Article, Person } from "../article/article.ts";
import { mentionsIn, namesOf } from "./people.ts";
import { termsFor } from "./terms.ts";
import { wordsIn } from "./words.ts";

/** The people of an article whom a text of its language names, in order, each once. */
export function peopleNamedIn(text: string, { people, language }: Article): readonly Person[] {
  const terms = termsFor(language);
  const written = wordsIn(text)
    .filter((word) => !terms.isStopWord(word.text))
    .map((word) => terms.of(word.text));
  const mentions = mentionsIn(written, namesOf(people, terms));
  return [...new Set(mentions.map(({ person }) => person))];
}
