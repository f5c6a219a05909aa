import { lazy, type Steps } from "./steps.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import type { Person } from "../../article/article.ts";
import { isCapitalised, MAX_WORD_LENGTH, wordsIn, type Word } from "../../text/words.ts";
import {
  allKeys,
  MIN_KEY_LENGTH,
  MIN_KEY_LENGTH_OF_WORD,
  phoneticKeys,
  scriptOf,
  wholeSounds,
} from "./sounds.ts";

/** Finds a name that the question writes in the other script, by how it sounds. */
export type PhoneticNames = {
  /** A word of a name, in the other script, that sounds like this one. */
  readonly soundsLike: (word: string) => string | undefined;
  /** The term of a name in the text that sounds like a word, in any script. `isLikely`: the word may be a name. */
  readonly nameInText: (word: string, isLikely: boolean) => string | undefined;
  /** Finds out how all names sound ahead of time. */
  readonly prepare: () => Steps<void>;
};

/** A word of a name as the text writes it, folded, and its term. */
export type NameInText = { readonly word: string; readonly term: string };

/** `namesInText`: those in the text of the articles, the most frequent first; read when a question first needs them. */
export function phoneticNames(
  people: readonly Person[],
  namesInText: () => Steps<readonly NameInText[]>,
): PhoneticNames {
  const ofPeople = lazy(() => namesOfPeopleBySound(people));
  const inText = lazy(() => namesBySound(namesInText()));
  return {
    soundsLike: cachedByWord((word) => {
      return soundsInOtherScript(word).flatMap((key) => ofPeople.get().get(key) ?? [])[0];
    }),
    nameInText: createNameFinder(inText.get),
    *prepare() {
      yield* ofPeople.prepare();
      yield* inText.prepare();
    },
  };
}

/** By script and sound. */
function* namesOfPeopleBySound(people: readonly Person[]): Steps<ReadonlyMap<string, string>> {
  const bySound = new Map<string, string>();
  for (const person of people) {
    for (const { text } of wordsOfNames(person)) {
      for (const key of keysIn(scriptOf(text), text)) if (!bySound.has(key)) bySound.set(key, text);
    }
    yield;
  }
  return bySound;
}

/** How the names of a person sound, each in its script: `soundsInOtherScript` finds them. */
export function soundsOfPerson(person: Person): string[] {
  return [...new Set(wordsOfNames(person).flatMap(({ text }) => keysIn(scriptOf(text), text)))];
}

/** How a word's name in the other script would sound. */
export function soundsInOtherScript(word: string): string[] {
  return keysIn(otherScript(word), word);
}

function keysIn(script: string, word: string): string[] {
  return phoneticKeys(word).map((sound) => script + sound);
}

function wordsOfNames({ name, aliases }: Person): Word[] {
  return [name, ...aliases].flatMap((text) => wordsIn(text)).filter(isOfName);
}

/** Shorter keys tell two names apart only if these are about as long. */
const SHORT_KEY_LENGTH = 2;
const MAX_DIFFERENCE_OF_SHORT = 2;

function createNameFinder(
  bySound: () => ReadonlyMap<string, readonly NameInText[]>,
): PhoneticNames["nameInText"] {
  return (word, isLikely) => {
    const nearest = (sound: string, maxDifference: number) =>
      (bySound().get(sound) ?? [])
        .map((name) => ({ name, difference: Math.abs(name.word.length - word.length) }))
        .filter(({ difference }) => difference <= maxDifference)
        .toSorted((one, other) => one.difference - other.difference)[0]?.name.term;
    const least = isLikely ? MIN_KEY_LENGTH : MIN_KEY_LENGTH_OF_WORD;
    const keys = allKeys(word);
    const sounds = [
      ...wholeSounds(word, isLikely),
      ...keys.filter(({ length }) => length >= least),
    ];
    const short = keys.filter(({ length }) => isLikely && length === SHORT_KEY_LENGTH);
    return (
      firstOf(sounds, (sound) => nearest(sound, MAX_LENGTH_DIFFERENCE)) ??
      firstOf(short, (sound) => nearest(sound, MAX_DIFFERENCE_OF_SHORT))
    );
  };
}

function firstOf(
  sounds: readonly string[],
  find: (sound: string) => string | undefined,
): string | undefined {
  for (const sound of sounds) {
    const found = find(sound);
    if (found !== undefined) return found;
  }
  return undefined;
}

function* namesBySound(
  names: Steps<readonly NameInText[]>,
): Steps<ReadonlyMap<string, readonly NameInText[]>> {
  const bySound = new Map<string, NameInText[]>();
  for (const name of yield* names) {
    for (const sound of soundsOfName(name.word)) {
      const alike = bySound.get(sound);
      if (alike) alike.push(name);
      else bySound.set(sound, [name]);
    }
    yield;
  }
  return bySound;
}

/** Everything that a word may be found by that sounds like this name; the name may be asked for by the same. */
export function soundsOfName(word: string): string[] {
  const sounds = [...wholeSounds(word, true), ...allKeys(word)];
  return [...new Set(sounds.filter(({ length }) => length >= SHORT_KEY_LENGTH))];
}

/** Scripts and languages differ more than this only in the endings of names. */
const MAX_LENGTH_DIFFERENCE = 4;

/**
 * Tells whether a name may be one of the words, in another script than its own. None is longer than `MAX_WORD_LENGTH`,
 * and how a whole file without a space would sound takes half a second to find out.
 */
export function* createSoundFinder(words: Iterable<string>): Steps<(name: string) => boolean> {
  /** As bits: of a large collection, sets would take a tenth of its memory. */
  const lengthsBySound = new Map<string, number>();
  const scripts = new Set<string>();
  for (const word of words) {
    const isLong = word.length > MAX_WORD_LENGTH;
    const script = scriptOf(word);
    for (const sound of isLong ? [] : phoneticKeys(word)) {
      scripts.add(script);
      const lengths = lengthsBySound.get(script + sound) ?? 0;
      lengthsBySound.set(script + sound, lengths | bitOf(word.length));
    }
    yield;
  }
  const hasSound = (sound: string, { length }: string) => {
    const lengths = lengthsBySound.get(sound) ?? 0;
    for (let near = -MAX_LENGTH_DIFFERENCE; near <= MAX_LENGTH_DIFFERENCE; near += 1) {
      if ((lengths & bitOf(length + near)) !== 0) return true;
    }
    return false;
  };

  return (name) => {
    const other = otherScript(name);
    if (!scripts.has(other)) return false;
    const sounds = phoneticKeys(name);
    return sounds.length === 0 || sounds.some((sound) => hasSound(other + sound, name));
  };
}

/** Longer words count as of this length. */
const LAST_BIT = 31;

function bitOf(length: number): number {
  return length < 0 ? 0 : 1 << Math.min(length, LAST_BIT);
}

function otherScript(word: string): "Cyrillic" | "Latin" {
  return scriptOf(word) === "Latin" ? "Cyrillic" : "Latin";
}

function isOfName({ text }: Word): boolean {
  return isCapitalised(text) && text.length <= MAX_WORD_LENGTH;
}
