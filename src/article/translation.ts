import type { Article, Attribution, Passage, Person, Section } from "./article.ts";
import type { Language } from "../languages/language.ts";

/** Words of a translated passage that correspond to span number `originalIndex` of the original. */
export type TranslatedSpan = {
  readonly start: number;
  readonly end: number;
  readonly originalIndex: number;
};

/** A passage's words in another language; their attribution comes from the article. */
export type TranslatedPassage = Pick<Passage, "text" | "lead" | "note" | "keywords"> & {
  readonly spans: readonly TranslatedSpan[];
};

/** The parts of an article that the editors translated, keyed by the article's ids. */
export type Translation = {
  readonly language: Language;
  readonly title: string;
  readonly people: ReadonlyMap<string, Pick<Person, "name" | "capacity" | "aliases">>;
  readonly headings: ReadonlyMap<string, Pick<Section, "heading" | "summary">>;
  readonly passages: ReadonlyMap<string, TranslatedPassage>;
  readonly suggestedQuestions: readonly string[];
};

/** The article in the reader's language if there is a translation, else as published. */
export function articleIn(article: Article, language: string): Article {
  return article.translations.find((one) => one.language === language) ?? article;
}

/** The article with its translations, each a complete article linked to its original. */
export function withTranslations(article: Article, translations: readonly Translation[]): Article {
  const original = withPeople(article, (person) => withOtherNames(person, person, translations));
  return {
    ...original,
    translations: translations.map((translation) => ({
      ...translate(original, translation, translations),
      original,
    })),
  };
}

/** Takes kind, speaker and order from the article; untranslated parts stay as published. */
function translate(
  article: Article,
  { language, title, people, headings, passages, suggestedQuestions }: Translation,
  all: readonly Translation[],
): Article {
  const withNames = withPeople(article, (person) =>
    withOtherNames({ ...person, ...people.get(person.id) }, person, all),
  );
  const sections = withNames.sections.map((section, at) => {
    const { summary: _summary, ...rest } = section;
    const originals = article.sections[at]?.passages ?? [];
    return {
      ...rest,
      ...(headings.get(section.id) ?? section),
      passages: section.passages.map((passage, number) =>
        translatePassage(passage, passages.get(passage.id), originals[number]),
      ),
    };
  });
  return { ...withNames, language, title, sections, suggestedQuestions };
}

function translatePassage(
  passage: Passage,
  translated: TranslatedPassage | undefined,
  original: Passage | undefined,
): Passage {
  if (!translated || !original) return passage;
  const { lead: _lead, note: _note, spans = [], ...rest } = passage;
  const { spans: places, ...words } = translated;
  const inOrder = places.flatMap(({ start, end, originalIndex }) => {
    const span = spans[originalIndex];
    return span ? [{ ...span, start, end }] : [];
  });
  return { ...rest, ...words, ...(inOrder.length > 0 && { spans: inOrder }), original };
}

function withOtherNames(own: Person, original: Person, all: readonly Translation[]): Person {
  const known = [original, ...all.flatMap(({ people }) => people.get(original.id) ?? [])];
  const names = known.flatMap(({ name, aliases }) => [name, ...aliases]);
  const otherNames = names.filter((name) => name !== own.name && !own.aliases.includes(name));
  return { ...own, otherNames };
}

/** The article with every person changed; the same person stays the same object everywhere. */
function withPeople(article: Article, change: (person: Person) => Person): Article {
  const changed = new Map<Person, Person>();
  const changeOnce = (person: Person) => {
    const known = changed.get(person) ?? change(person);
    changed.set(person, known);
    return known;
  };
  const { publisher } = article.source;
  const withSpeaker = <Item extends Attribution>(item: Item): Item => ({
    ...item,
    speaker: item.speaker && changeOnce(item.speaker),
  });
  return {
    ...article,
    source: { ...article.source, ...(publisher && { publisher: changeOnce(publisher) }) },
    people: article.people.map(changeOnce),
    sections: article.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({
        ...withSpeaker(passage),
        ...(passage.spans && { spans: passage.spans.map(withSpeaker) }),
      })),
    })),
  };
}
