import MiniSearch from "minisearch";
import type { Article, Passage, Person, Section } from "../article/article.ts";
import { namesOf, type Names } from "./people.ts";
import { termsFor, type Terms } from "./terms.ts";
import { spellingOf, type Spelling } from "./spelling.ts";
import { foldWord, wordsIn } from "./words.ts";

/** A passage with its place. */
export type ShelvedPassage = {
  readonly article: Article;
  readonly section: Section;
  readonly passage: Passage;
};

/** What the engine indexes of a passage: terms, joined by spaces. */
type Entry = {
  readonly id: number;
  readonly body: string;
  readonly heading: string;
  readonly speaker: string;
};

/** Articles of one language that are searched together: terms are rare or common among them. */
export type Shelf = {
  readonly language: string;
  readonly terms: Terms;
  readonly people: readonly Person[];
  readonly names: Names;
  readonly passages: readonly ShelvedPassage[];
  readonly engine: MiniSearch<Entry>;
  readonly spelling: Spelling;
  /** In how many passages a term stands, speaker and heading included. */
  readonly passagesWith: ReadonlyMap<string, number>;
};

export function shelve(articles: readonly Article[]): Shelf {
  const language = articles[0]?.language ?? "";
  const terms = termsFor(language);
  const people = articles.flatMap((article) => article.people);
  const passages = articles.flatMap(passagesOf);
  const entries = passages.map((shelved, id) => entryOf(shelved, id, terms));

  const engine = createEngine();
  engine.addAll(entries);
  const names = namesOf(people, terms);
  const spelling = spellingOf(countWords(passages, people));
  const passagesWith = countPassages(entries);
  return { language, terms, people, names, passages, engine, spelling, passagesWith };
}

function passagesOf(article: Article): ShelvedPassage[] {
  return article.sections.flatMap((section) =>
    section.passages.map((passage) => ({ article, section, passage })),
  );
}

function entryOf({ section, passage }: ShelvedPassage, id: number, terms: Terms): Entry {
  const { speaker } = passage;
  return {
    id,
    body: joined([passage.lead ?? "", passage.text, ...passage.keywords], terms),
    heading: joined([section.heading], terms),
    speaker: joined([speaker.name, ...speaker.aliases], terms),
  };
}

function joined(texts: readonly string[], terms: Terms): string {
  return wordsIn(texts.join(" . "))
    .filter((word) => !terms.isStopWord(word.text))
    .map((word) => terms.of(word.text))
    .join(" ");
}

function createEngine(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ["body", "heading", "speaker"],
    tokenize: (text) => (text === "" ? [] : text.split(" ")),
    processTerm: (term) => term,
    searchOptions: { boost: { heading: 0.5, speaker: 0.5 } },
  });
}

function countPassages(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { body, heading, speaker } of entries) {
    for (const term of new Set(`${body} ${heading} ${speaker}`.split(" "))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

function countWords(
  passages: readonly ShelvedPassage[],
  people: readonly Person[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const texts = passages.flatMap(({ section, passage }) => [
    section.heading,
    passage.lead ?? "",
    passage.text,
    ...passage.keywords,
  ]);
  const names = people.flatMap((person) => [person.name, ...person.aliases]);
  for (const { text } of [...texts, ...names].flatMap(wordsIn)) {
    const folded = foldWord(text);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return counts;
}
