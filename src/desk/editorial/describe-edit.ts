import type { Article } from "../../article/article.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import type { ArticleEdit } from "./article-edit.ts";

/** An edit in a few words, for the journal: “Ann Other (opinion, direct): The pier burnt.” */
export function describeEdit(edit: ArticleEdit, article: Article): string {
  switch (edit.do) {
    case "attribute": {
      const who = edit.speaker === null ? "the publisher" : nameOf(edit.speaker, article);
      return `${who} (${edit.kind}, ${edit.quoted}): ${wordsOf(edit, article)}`;
    }
    case "confirm":
      return `confirmed: ${wordsOf(edit, article)}`;
    case "describe":
      return `lead, note, keywords or key fact of #${edit.passage}`;
    case "person":
      return `person: ${edit.name}`;
    case "merge":
      return `${nameOf(edit.person, article)} is ${nameOf(edit.into, article)}`;
    case "remove-person":
      return `person taken out: ${nameOf(edit.person, article)}`;
    case "section":
      return `heading and summary of “${edit.heading}”`;
    case "about":
      return `title and source: ${edit.title}`;
    case "questions":
      return "questions";
  }
}

function nameOf(id: string, { people }: Article): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

type Words = { readonly passage: string; readonly start: number; readonly end: number };

function wordsOf({ passage, start, end }: Words, article: Article): string {
  const found = passagesOf(article).find(({ id }) => id === passage);
  return found?.text.slice(start, end) ?? "";
}
