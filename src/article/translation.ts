import type { Article, Attribution, Passage, Person, Section } from "./article.ts";
import type { Language } from "../languages/language.ts";

/** Words of a translated passage that stand for those of one of its original's spans, by its number. */
export type TranslatedSpan = {
  readonly start: number;
  readonly end: number;
  readonly like: number;
};

/** A passage's words in another language; who says them is said in the article. */
export type TranslatedPassage = Pick<Passage, "text" | "lead" | "note" | "keywords"> & {
  readonly spans: readonly TranslatedSpan[];
};

/** What the editors give of an article in another language; all by the ids of the article. */
export type Translation = {
  readonly language: Language;
  readonly title: string;
  readonly people: ReadonlyMap<string, Pick<Person, "name" | "capacity" | "aliases">>;
  readonly headings: ReadonlyMap<string, Pick<Section, "heading" | "summary">>;
  readonly passages: ReadonlyMap<string, TranslatedPassage>;
  readonly suggestedQuestions: readonly string[];
};

/** The article in the reader's language where the editors give it, else as published. */
export function articleIn(article: Article, language: string): Article {
  return article.translations.find((one) => one.language === language) ?? article;
}

/** The article with its translations as articles of their own, linked to what they translate. */
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

/** Kind, speaker and order are the article's; what is not translated stands as published. */
function translate(
  article: Article,
  { language, title, people, headings, passages, suggestedQuestions }: Translation,
  all: readonly Translation[],
): Article {
  const inWords = withPeople(article, (person) =>
    withOtherNames({ ...person, ...people.get(person.id) }, person, all),
  );
  const sections = inWords.sections.map((section, at) => {
    const { summary: _summary, ...rest } = section;
    const originals = article.sections[at]?.passages ?? [];
    return {
      ...rest,
      ...(headings.get(section.id) ?? section),
      passages: section.passages.map((passage, number) =>
        inOtherWords(passage, passages.get(passage.id), originals[number]),
      ),
    };
  });
  return { ...inWords, language, title, sections, suggestedQuestions };
}

function inOtherWords(
  passage: Passage,
  translated: TranslatedPassage | undefined,
  original: Passage | undefined,
): Passage {
  if (!translated || !original) return passage;
  const { lead: _lead, note: _note, spans = [], ...rest } = passage;
  const { spans: places, ...words } = translated;
  const inOrder = places.flatMap(({ start, end, like }) => {
    const span = spans[like];
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

/** The article with everybody changed, wherever they stand; who is one person stays one. */
function withPeople(article: Article, change: (person: Person) => Person): Article {
  const changed = new Map<Person, Person>();
  const changeOnce = (person: Person) => {
    const known = changed.get(person) ?? change(person);
    changed.set(person, known);
    return known;
  };
  const { publisher } = article.source;
  const withSpeaker = <Said extends Attribution>(said: Said): Said => ({
    ...said,
    speaker: said.speaker && changeOnce(said.speaker),
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
