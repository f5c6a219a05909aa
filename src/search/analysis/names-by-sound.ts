import type { Person } from "../../article/article.ts";
import { openLists, packLists, type PackedLists } from "../../text/packed-lists.ts";
import {
  openStrings,
  packStrings,
  type PackedStrings,
  type StringTable,
} from "../../text/string-table.ts";
import { isCapitalised, MAX_WORD_LENGTH, wordsIn, type Word } from "../../text/words.ts";
import { allKeys, otherScript, phoneticKeys, scriptOf, wholeSounds } from "./sounds.ts";
import type { Steps } from "../../languages/steps.ts";

/** A word of a name as the text writes it, folded, and its term. */
export type NameInText = { readonly word: string; readonly term: string };

type Under<Value> = { readonly get: (key: string) => Value | undefined };

/** By script and sound: a word of a name of one of the people. */
export type NamesOfPeople = Under<string>;

/** By sound: the most frequent first. */
export type NamesInText = Under<readonly NameInText[]>;

export function* namesOfPeopleBySound(
  people: readonly Person[],
): Steps<ReadonlyMap<string, string>> {
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

function isOfName({ text }: Word): boolean {
  return isCapitalised(text) && text.length <= MAX_WORD_LENGTH;
}

export function* namesInTextBySound(
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

/** Shorter keys tell two names apart only if these are about as long. */
export const SHORT_KEY_LENGTH = 2;

/** Everything that a word may be found by that sounds like this name; the name may be asked for by the same. */
export function soundsOfName(word: string): string[] {
  const sounds = [...wholeSounds(word, true), ...allKeys(word)];
  return [...new Set(sounds.filter(({ length }) => length >= SHORT_KEY_LENGTH))];
}

/** Names by sound as arrays of numbers. */
export type NamesRecord = {
  /** By script and sound: the number of one of the `words`. */
  readonly people: { readonly sounds: PackedLists; readonly words: PackedStrings };
  /** By sound: numbers of names. By number of a name: its word and its term. */
  readonly inText: {
    readonly sounds: PackedLists;
    readonly wordOf: Int32Array;
    readonly termOf: Int32Array;
  };
};

/** Numbers of words and terms that the articles use. */
export type NumberedWords = {
  readonly wordCounts: { readonly words: Pick<StringTable, "numberOf" | "at"> };
  readonly dictionary: {
    readonly idOf: (term: string) => number | undefined;
    readonly termOf: (id: number) => string;
  };
};

/** A name in the text whose word is not used by itself is written as its term is. */
const AS_TERM = -1;

export function* recordNames(
  people: readonly Person[],
  namesInText: Steps<readonly NameInText[]>,
  { wordCounts: { words }, dictionary }: NumberedWords,
): Steps<NamesRecord> {
  const ofPeople = yield* namesOfPeopleBySound(people);
  const written = numbersOf(ofPeople.values());
  const inText = yield* namesInTextBySound(namesInText);
  const names = numbersOf([...inText.values()].flat());
  return {
    people: {
      sounds: packLists(mapValues(ofPeople, (word) => [written.get(word) ?? 0])),
      words: packStrings([...written.keys()]),
    },
    inText: {
      sounds: packLists(mapValues(inText, (alike) => alike.map((one) => names.get(one) ?? 0))),
      wordOf: Int32Array.from(names.keys(), ({ word, term }) =>
        word === term ? AS_TERM : (words.numberOf(word) ?? AS_TERM),
      ),
      termOf: Int32Array.from(names.keys(), ({ term }) => dictionary.idOf(term) ?? 0),
    },
  };
}

export function openNames(
  { people, inText }: NamesRecord,
  { wordCounts: { words }, dictionary }: NumberedWords,
): { readonly ofPeople: NamesOfPeople; readonly inText: NamesInText } {
  const [findPeople, findNames] = [openLists(people.sounds), openLists(inText.sounds)];
  const written = openStrings(people.words);
  const nameOf = (name: number): NameInText => {
    const term = dictionary.termOf(inText.termOf[name] ?? 0);
    const word = inText.wordOf[name] ?? AS_TERM;
    return { term, word: word === AS_TERM ? term : words.at(word) };
  };
  return {
    ofPeople: {
      get(sound) {
        const [word] = findPeople(sound);
        return word === undefined ? undefined : written.at(word);
      },
    },
    inText: { get: (sound) => Array.from(findNames(sound), nameOf) },
  };
}

/** Different things, numbered from 0. */
function numbersOf<Thing>(things: Iterable<Thing>): ReadonlyMap<Thing, number> {
  return new Map(Array.from(new Set(things), (thing, number) => [thing, number]));
}

function mapValues<Value, Other>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Other,
): ReadonlyMap<string, Other> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}
