import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { LANGUAGES } from "../../languages/language.ts";
import { packFor } from "../../languages/packs.ts";
import { MAX_WORD_LENGTH } from "../../text/words.ts";
import { runSteps } from "../../languages/steps.ts";
import { soundsOfPerson } from "../analysis/names-by-sound.ts";
import { namesOf, roleTermsOf } from "../index/people.ts";
import {
  type AnalysedArticle,
  type TextAnalysis,
  type TextDocuments,
  documentsOf,
  nameCountsOf,
  peopleCountsOf,
  termCountsOf,
} from "./analysed-article.ts";

/** What an archive keeps of a text, so that questions find it. */
export type ArchiveRows = TextDocuments & {
  readonly language: string;
  /** The languages of the readers who get this text; the original is also found as published. */
  readonly readers: readonly string[];
  readonly isOriginal: boolean;
  readonly passages: number;
  /** Words of all passages. */
  readonly length: number;
  /** Each term of its passages and its people's names, and in how many passages it is. */
  readonly terms: readonly (readonly [term: string, passages: number])[];
  readonly words: readonly WordRow[];
  readonly people: readonly PersonRow[];
};

type WordRow = {
  /** Folded. */
  readonly word: string;
  readonly count: number;
  readonly term: string;
  /** How often its term is written as a name. */
  readonly names: number;
};

type PersonRow = {
  readonly id: string;
  readonly passages: number;
  /** The terms of names and of the role: a question has to have one of them. */
  readonly terms: readonly string[];
  readonly sounds: readonly string[];
};

/** For each text, in the order of `texts`. */
export function archiveRows({ article, texts }: AnalysedArticle): ArchiveRows[] {
  const translated = new Set<string>(article.translations.map(({ language }) => language));
  return texts.map((analysed) => {
    const isOriginal = analysed.article === article;
    const readers = isOriginal
      ? LANGUAGES.filter((language) => !translated.has(language))
      : [analysed.article.language];
    return { ...rowsOf(analysed), readers, isOriginal };
  });
}

function rowsOf(text: TextAnalysis): Omit<ArchiveRows, "readers" | "isOriginal"> {
  const { language } = text.article;
  const pack = packFor(language);
  let length = 0;
  for (const own of text.pool.lengths) length += own;
  return {
    language,
    passages: text.pool.lengths.length,
    length,
    ...documentsOf(text),
    terms: termCountsOf(text),
    words: wordRows(text, pack),
    people: peopleRows(text, pack),
  };
}

function wordRows(text: TextAnalysis, { terms }: LanguagePack): WordRow[] {
  const namesByTerm = nameCountsOf(text);
  const rows: WordRow[] = [];
  for (const [word, count] of text.words) {
    if (word.length > MAX_WORD_LENGTH) continue;
    const term = terms.of(word);
    rows.push({ word, count, term, names: namesByTerm.get(term) ?? 0 });
  }
  return rows;
}

function peopleRows(text: TextAnalysis, { terms }: LanguagePack): PersonRow[] {
  const counts = peopleCountsOf(text);
  const roles = runSteps(roleTermsOf(text.article.people, terms));
  return text.article.people.map((person) => ({
    id: person.id,
    passages: counts.get(person.id) ?? 0,
    terms: [...new Set([...termsNaming(person, terms), ...(roles.get(person) ?? [])])],
    sounds: soundsOfPerson(person),
  }));
}

function termsNaming(person: Person, terms: LanguagePack["terms"]): string[] {
  return [...namesOf([person], terms).values()].flatMap((names) =>
    names.flatMap((name) => name.terms),
  );
}
