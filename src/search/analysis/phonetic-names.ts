import { cachedByWord } from "../../text/cached-by-word.ts";
import type { Person } from "../../article/article.ts";
import { foldWord, isCapitalised, MAX_WORD_LENGTH, wordsIn, type Word } from "../../text/words.ts";

/** Finds a name that the question writes in the other script, by how it sounds. */
export type PhoneticNames = {
  /** A word of a name, in the other script, that sounds like this one. */
  readonly soundsLike: (word: string) => string | undefined;
  /** The term of a name in the text that sounds like a word, in any script. `isLikely`: the word may be a name. */
  readonly nameInText: (word: string, isLikely: boolean) => string | undefined;
};

/** `termsOfNames`: those in the text of the articles; read when a question first needs them. */
export function phoneticNames(
  people: readonly Person[],
  termsOfNames: () => readonly string[],
): PhoneticNames {
  const bySound = new Map<string, string>();
  for (const { name, aliases } of people) {
    const words = [name, ...aliases].flatMap((text) => wordsIn(text));
    for (const { text } of words.filter(isOfName)) {
      for (const sound of phoneticKeys(text)) {
        const key = scriptOf(text) + sound;
        if (!bySound.has(key)) bySound.set(key, text);
      }
    }
  }
  return {
    soundsLike: cachedByWord((word) => {
      const other = otherScript(word);
      return phoneticKeys(word).flatMap((sound) => bySound.get(other + sound) ?? [])[0];
    }),
    nameInText: createNameFinder(termsOfNames),
  };
}

/** A word that is none by its looks must share more consonants with a name. */
const MIN_KEY_LENGTH_OF_WORD = 4;

function createNameFinder(termsOfNames: () => readonly string[]): PhoneticNames["nameInText"] {
  let bySound: ReadonlyMap<string, readonly string[]> | undefined;
  return (word, isLikely) => {
    bySound ??= termsBySound(termsOfNames());
    const keys = phoneticKeys(word).filter(
      ({ length }) => isLikely || length >= MIN_KEY_LENGTH_OF_WORD,
    );
    for (const sound of [...wholeSounds(word), ...keys]) {
      const [nearest] = (bySound.get(sound) ?? [])
        .filter((term) => Math.abs(term.length - word.length) <= MAX_LENGTH_DIFFERENCE)
        .toSorted(
          (one, other) => Math.abs(one.length - word.length) - Math.abs(other.length - word.length),
        );
      if (nearest !== undefined) return nearest;
    }
    return undefined;
  };
}

function termsBySound(terms: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bySound = new Map<string, string[]>();
  for (const term of terms) {
    for (const sound of [...wholeSounds(term), ...phoneticKeys(term)]) {
      const alike = bySound.get(sound);
      if (alike) alike.push(term);
      else bySound.set(sound, [term]);
    }
  }
  return bySound;
}

/** Scripts and languages differ more than this only in the endings of names. */
const MAX_LENGTH_DIFFERENCE = 4;

/** Tells whether a name may be one of the words, in another script than its own. */
export function createSoundFinder(words: Iterable<string>): (name: string) => boolean {
  const lengthsBySound = new Map<string, Set<number>>();
  const scripts = new Set<string>();
  for (const word of words) {
    const script = scriptOf(word);
    for (const sound of phoneticKeys(word)) {
      scripts.add(script);
      const lengths = lengthsBySound.get(script + sound) ?? new Set();
      lengthsBySound.set(script + sound, lengths.add(word.length));
    }
  }
  const hasSound = (sound: string, { length }: string) =>
    [...(lengthsBySound.get(sound) ?? [])].some(
      (known) => Math.abs(known - length) <= MAX_LENGTH_DIFFERENCE,
    );

  return (name) => {
    const other = otherScript(name);
    if (!scripts.has(other)) return false;
    const sounds = phoneticKeys(name);
    return sounds.length === 0 || sounds.some((sound) => hasSound(other + sound, name));
  };
}

function otherScript(word: string): "Cyrillic" | "Latin" {
  return scriptOf(word) === "Latin" ? "Cyrillic" : "Latin";
}

function isOfName({ text }: Word): boolean {
  return isCapitalised(text) && text.length <= MAX_WORD_LENGTH;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

export function scriptOf(word: string): "Cyrillic" | "Latin" {
  return CYRILLIC.test(word) ? "Cyrillic" : "Latin";
}

/** Many words share a shorter key. */
const MIN_KEY_LENGTH = 3;

/** The consonants of a word as they sound in either script; for a Cyrillic word, without its ending as well. */
export function phoneticKeys(word: string): string[] {
  const keys = withoutEnding(word).map(phoneticKey);
  return [...new Set(keys)].filter((sound) => sound.length >= MIN_KEY_LENGTH);
}

/** The same with vowels, which tells short names apart; begins with `=`, which no key does. */
function wholeSounds(word: string): string[] {
  const sounds = withoutEnding(word).map(wholeSound);
  return [...new Set(sounds)].filter((sound) => sound.length > MIN_KEY_LENGTH);
}

function withoutEnding(word: string): string[] {
  const folded = foldWord(word);
  return [folded, folded.replace(CYRILLIC.test(folded) ? ENDING : LAST_VOWEL, "")];
}

/** "Обаме" has an ending in its place. */
const LAST_VOWEL = /(?<=\p{L}{3})[aeiouy]$/u;

/** "Клочка", "Зеленським": the endings of names. */
const ENDING =
  /(?<=\p{L}{3})(?:ого|ому|ові|еві|ами|ями|ою|ею|ом|ем|єм|им|ім|ым|ах|ях|ів|ов|их|ых|ий|ій|ый|ой|[аяуюоеєиіїыйь])$/u;

/** Applied in order: letter groups before single letters. */
const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|(?<!s)ch/gu, "č"],
  [/shch|sch|sh/gu, "š"],
  [/zh/gu, "ž"],
  [/kh|gh/gu, "h"],
  [/ph/gu, "f"],
  [/c(?![eiy])/gu, "k"],
  [/ts|tz/gu, "c"],
  [/ck|q/gu, "k"],
  [/x/gu, "ks"],
  [/(?<=[aeiou])w$/gu, ""],
  [/w/gu, "v"],
  [/g/gu, "h"],
];

const CYRILLIC_SOUNDS: ReadonlyMap<string, string> = new Map(
  "бb вv гh ґh дd жž зz кk лl мm нn пp рr сs тt фf хh цc чč шš щš"
    .split(" ")
    .map(([letter = "", sound = ""]) => [letter, sound] as const),
);

/** Vowels are transliterated in many ways, so all that counts is whether a word begins with one. */
const FIRST_VOWELS = /^[aeiouyj\p{Script=Cyrillic}]+/u;
const OTHER_VOWELS = /(?<!^)[aeiouyj'\p{Script=Cyrillic}]/gu;
const LETTER = /./gu;
const DOUBLED = /(.)\1+/gu;

function phoneticKey(folded: string): string {
  const sound = consonantsIn(folded);
  return sound.replace(FIRST_VOWELS, "a").replaceAll(OTHER_VOWELS, "").replaceAll(DOUBLED, "$1");
}

function consonantsIn(folded: string): string {
  let sound = folded.replaceAll(LETTER, (letter) => CYRILLIC_SOUNDS.get(letter) ?? letter);
  if (!CYRILLIC.test(folded)) {
    for (const [letters, single] of LATIN_SOUNDS) sound = sound.replaceAll(letters, single);
  }
  return sound;
}

const VOWEL_SOUNDS: ReadonlyMap<string, string> = new Map(
  "аa яa еe єe эe иi іi їi йi ыi оo уu юu yi ji ь ъ"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
);
const LONG_U = /oo|ou/gu;
const LONG_I = /ee|ea/gu;

function wholeSound(folded: string): string {
  const long = CYRILLIC.test(folded)
    ? folded
    : folded.replaceAll(LONG_U, "u").replaceAll(LONG_I, "i");
  const sound = consonantsIn(long).replaceAll(
    LETTER,
    (letter) => VOWEL_SOUNDS.get(letter) ?? letter,
  );
  return `=${sound.replaceAll(DOUBLED, "$1")}`;
}
