import type { Person } from "../../article/article.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { once } from "../../languages/once.ts";
import { packFor } from "../../languages/packs.ts";
import { foldWord, wordsIn } from "../../text/words.ts";
import { openNearFinder, recordNearRows } from "../analysis/near-finder.ts";
import { phoneticNames, type PhoneticNames } from "../analysis/phonetic-names.ts";
import { openSoundFinder, recordSounds } from "../analysis/sound-finder.ts";
import {
  MIN_CORRECTED_LENGTH,
  openSpelling,
  recordSpelling,
  type Spelling,
} from "../analysis/spelling.ts";
import { runSteps, type Steps } from "../../languages/steps.ts";
import { openWordCounts, recordWordCounts } from "../analysis/word-counts.ts";
import type { WordsInUse } from "../index/words-in-use.ts";
import type { FoundPerson } from "./archive.ts";
import type { ArchivedArticle } from "./archived-article.ts";
import type { ArchiveFacts, Missing } from "./archive-facts.ts";
import type { OpenedArticles } from "./opened-articles.ts";

/** What is known of an archive, as one reader reads it. */
export type ArchiveView = {
  readonly facts: ArchiveFacts;
  /** Gets what is asked for and not known yet. */
  readonly missing: Missing;
  /** The language of the reader, if translations are to be preferred. */
  readonly reader: string | undefined;
  readonly opened: OpenedArticles;
};

/** As the article names them, if it is read in that language. */
export function personOf(
  { id, article }: FoundPerson,
  { facts, reader, opened }: ArchiveView,
): Person | undefined {
  const text = opened.textOf(article, textFor(article, reader));
  if (text?.language !== facts.language) return undefined;
  return text.people.find((person) => person.id === id);
}

/** The number of the text that a reader gets. */
export function textFor({ texts }: ArchivedArticle, reader: string | undefined): number {
  const translation = texts.findIndex(
    ({ article }, text) => text > 0 && article.language === reader,
  );
  return Math.max(0, translation);
}

export function spellingOf({ terms, typos, language }: ArchiveFacts, missing: Missing): Spelling {
  const pack = packFor(language);
  return {
    nearestTo(word) {
      // First it has to be known that it is not a word of the texts.
      if (!terms.has(pack.terms.of(word))) return undefined;
      const typed = foldWord(word);
      if (typed.length < MIN_CORRECTED_LENGTH) return undefined;
      const alike = typos.get(typed);
      if (!alike) missing.typos.add(typed);
      return alike && spellingAmong(alike, pack).nearestTo(word);
    },
  };
}

function spellingAmong(alike: ReadonlyMap<string, number>, pack: LanguagePack): Spelling {
  const words = [...alike.keys()];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const counts = openWordCounts(recordWordCounts({ numbers, counts: [...alike.values()] }));
  return openSpelling(pack, runSteps(recordSpelling(pack, counts.words)), counts);
}

export function soundsOf(view: ArchiveView): PhoneticNames {
  const { language, names, terms } = view.facts;
  const isRead = (word: string) => terms.has(packFor(language).terms.of(word));
  const heard = (word: string) =>
    phoneticNames(namesSoundingLike(word, view), () => atOnce(names.get(word) ?? []));
  return {
    soundsLike: (word) => (isRead(word) ? heard(word).soundsLike(word) : undefined),
    *prepare() {},
    nameInText: (word, isLikely) =>
      isRead(word) ? heard(word).nameInText(word, isLikely) : undefined,
  };
}

function* atOnce<Value>(value: Value): Steps<Value> {
  yield;
  return value;
}

function namesSoundingLike(word: string, view: ArchiveView): readonly Person[] {
  const found = view.facts.soundAlike.get(word);
  if (!found) view.missing.sounds.add(word);
  return (found ?? []).flatMap((one) => personOf(one, view) ?? []);
}

export function wordsInArchive(view: ArchiveView, ids: ReadonlyMap<string, number>): WordsInUse {
  const { facts, missing } = view;
  const pack = packFor(facts.language);
  const hasNearOf = once(() => openNearFinder(runSteps(recordNearRows(ids.keys(), pack)), pack));
  return {
    has(folded) {
      const known = facts.words.get(folded);
      if (known === undefined) missing.words.add(folded);
      return known ?? false;
    },
    hasSoundOf(word) {
      const people = namesSoundingLike(word, view);
      const names = facts.names.get(word) ?? [];
      const inNames = people.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsIn));
      const written = [...names.map((name) => name.word), ...inNames.map(({ text }) => text)];
      return openSoundFinder(runSteps(recordSounds(written)).record)(word);
    },
    hasNearOf: (word) => hasNearOf()(word),
    *prepare() {},
  };
}
