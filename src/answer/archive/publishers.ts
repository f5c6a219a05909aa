import { foldName } from "../../article/fold-name.ts";
import { groupedBy } from "../../article/grouped-by.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import { phoneticKeys } from "../../search/analysis/sounds.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import { isCapitalised, type Word, wordsIn } from "../../text/words.ts";

/** A publisher that a question names, with the place of the name. */
export type NamedPublisher = {
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

type Publisher = { readonly name: string; readonly words: readonly string[] };

/** Publishers by the term and the sounds of their first word. */
type Publishers = {
  readonly byTerm: (pack: LanguagePack) => ReadonlyMap<string, readonly Publisher[]>;
  readonly bySound: ReadonlyMap<string, readonly Publisher[]>;
  /** Takes long to work out. */
  readonly soundsOf: (word: string) => readonly string[];
};

/** Kept with the list of names: reading it takes time. */
const known = new WeakMap<readonly string[], Publishers>();

/**
 * The publisher that a question names in full, in any form of its words and in either script:
 * "в Українській хвилі" and "Ukrainska Khvylia" name «Українська хвиля».
 */
export function publisherNamedIn(
  question: string,
  names: readonly string[],
  pack: LanguagePack,
): NamedPublisher | undefined {
  const publishers = known.get(names) ?? publishersOf(names);
  known.set(names, publishers);
  const byTerm = publishers.byTerm(pack);
  const words = wordsIn(question);
  for (const [at, word] of words.entries()) {
    const found = [
      ...(byTerm.get(pack.terms.of(word.text)) ?? NONE),
      ...soundsIn(word, publishers).flatMap((sound) => publishers.bySound.get(sound) ?? NONE),
    ].find((one) => standsAt(at, words, one, { publishers, pack }));
    const last = found && words[at + found.words.length - 1];
    if (last) return { name: found.name, start: word.start, end: last.end };
  }
  return undefined;
}

const NONE: readonly Publisher[] = [];

type Setting = { readonly publishers: Publishers; readonly pack: LanguagePack };

function standsAt(
  at: number,
  words: readonly Word[],
  { words: own }: Publisher,
  { publishers, pack: { terms } }: Setting,
): boolean {
  // "In time" names no magazine.
  if (own.length === 1 && !isCapitalised(words[at]?.text ?? "")) return false;
  return own.every((name, offset) => {
    const word = words[at + offset];
    if (!word) return false;
    const sounds = publishers.soundsOf(name);
    return (
      terms.of(word.text) === terms.of(name) ||
      soundsIn(word, publishers).some((sound) => sounds.includes(sound))
    );
  });
}

/** Longer names first: "The Coast Wire" is not "The Coast". */
function publishersOf(names: readonly string[]): Publishers {
  const byFolded = new Map(names.map((name) => [foldName(name), name]));
  const all = [...byFolded]
    .map(([folded, name]) => ({ name, words: folded.split(" ") }))
    .toSorted((one, other) => other.words.length - one.words.length);
  const soundsOf = cachedByWord(phoneticKeys);
  const byPack = new Map<LanguagePack, ReadonlyMap<string, readonly Publisher[]>>();
  return {
    byTerm(pack) {
      const before = byPack.get(pack);
      const terms = before ?? groupedBy(all, ({ words }) => pack.terms.of(words[0] ?? ""));
      byPack.set(pack, terms);
      return terms;
    },
    bySound: bySoundOf(all, soundsOf),
    soundsOf,
  };
}

function bySoundOf(
  all: readonly Publisher[],
  soundsOf: Publishers["soundsOf"],
): ReadonlyMap<string, readonly Publisher[]> {
  const sounds = all.flatMap((publisher) =>
    soundsOf(publisher.words[0] ?? "").map((sound) => ({ sound, publisher })),
  );
  const grouped = groupedBy(sounds, ({ sound }) => sound);
  return new Map([...grouped].map(([sound, found]) => [sound, found.map((one) => one.publisher)]));
}

/** The sounds of a name. The first word of a question has a capital anyway: only its forms are compared. */
function soundsIn({ text, start }: Word, { soundsOf }: Publishers): readonly string[] {
  return start === 0 || !isCapitalised(text) ? [] : soundsOf(text);
}
