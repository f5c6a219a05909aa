import type { Script } from "../../languages/language-pack.ts";
import { MAX_WORD_LENGTH } from "../../text/words.ts";
import { openStrings, packStrings, type PackedStrings } from "../../text/string-table.ts";
import { otherScript, phoneticKeys, scriptOf } from "./sounds.ts";
import type { Steps } from "../../languages/steps.ts";

/** How words sound. By number of a sound: how long the words of a script are that have it, as bits. */
export type SoundsRecord = {
  readonly sounds: PackedStrings;
  readonly latin: Int32Array;
  readonly cyrillic: Int32Array;
};

/** By number of a word: where its sounds end; the next one's begin there. */
export type SoundsByWord = { readonly ends: Int32Array; readonly numbers: Int32Array };

/**
 * How words sound, and each of them, in their order. None is longer than `MAX_WORD_LENGTH`: how a whole file without a
 * space would sound takes half a second to find out. `known` tells how a word sounds that has been heard before.
 */
export function* recordSounds(
  words: Iterable<string>,
  known: (word: string) => readonly string[] | undefined = () => undefined,
): Steps<{ readonly record: SoundsRecord; readonly byWord: SoundsByWord }> {
  const ids = new Map<string, number>();
  const lengths: Record<Script, number[]> = { Latin: [], Cyrillic: [] };
  const ends: number[] = [];
  const numbers: number[] = [];
  for (const word of words) {
    const inScript = lengths[scriptOf(word)];
    for (const sound of known(word) ?? soundsOfWord(word)) {
      const id = ids.get(sound) ?? ids.size;
      ids.set(sound, id);
      inScript[id] = (inScript[id] ?? 0) | bitOf(word.length);
      numbers.push(id);
    }
    ends.push(numbers.length);
    yield;
  }
  const ofAll = (inScript: readonly number[]) =>
    Int32Array.from(ids.values(), (id) => inScript[id] ?? 0);
  return {
    record: {
      sounds: packStrings([...ids.keys()]),
      latin: ofAll(lengths.Latin),
      cyrillic: ofAll(lengths.Cyrillic),
    },
    byWord: { ends: Int32Array.from(ends), numbers: Int32Array.from(numbers) },
  };
}

function soundsOfWord(word: string): readonly string[] {
  return word.length > MAX_WORD_LENGTH ? [] : phoneticKeys(word);
}

/** Scripts and languages differ more than this only in the endings of names. */
export const MAX_LENGTH_DIFFERENCE = 4;

/** Tells whether a name may be one of the words, in another script than its own. */
export function openSoundFinder({
  sounds,
  latin,
  cyrillic,
}: SoundsRecord): (name: string) => boolean {
  const { numberOf } = openStrings(sounds);
  const lengths = { Latin: latin, Cyrillic: cyrillic };
  const isUsed = { Latin: latin.some(isAny), Cyrillic: cyrillic.some(isAny) };

  return (name) => {
    const script = otherScript(name);
    if (!isUsed[script]) return false;
    const own = phoneticKeys(name);
    return own.length === 0 || own.some((sound) => hasSound(sound, name, lengths[script]));
  };

  function hasSound(sound: string, { length }: string, inScript: Int32Array): boolean {
    const known = inScript[numberOf(sound) ?? -1] ?? 0;
    for (let near = -MAX_LENGTH_DIFFERENCE; near <= MAX_LENGTH_DIFFERENCE; near += 1) {
      if ((known & bitOf(length + near)) !== 0) return true;
    }
    return false;
  }
}

function isAny(lengths: number): boolean {
  return lengths !== 0;
}

/** Longer words count as of this length. */
const LAST_BIT = 31;

function bitOf(length: number): number {
  return length < 0 ? 0 : 1 << Math.min(length, LAST_BIT);
}
