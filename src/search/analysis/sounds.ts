import type { Script } from "../../languages/language-pack.ts";
import { foldWord } from "../../text/words.ts";

const CYRILLIC = /\p{Script=Cyrillic}/u;

export function scriptOf(word: string): Script {
  return CYRILLIC.test(word) ? "Cyrillic" : "Latin";
}

export function otherScript(word: string): Script {
  return scriptOf(word) === "Latin" ? "Cyrillic" : "Latin";
}

/** Many words share a shorter key. */
export const MIN_KEY_LENGTH = 3;
/** A word that is none by its looks must share more consonants with a name. */
export const MIN_KEY_LENGTH_OF_WORD = 4;

/** The consonants of a word as they sound in either script; for a Cyrillic word, without its ending as well. */
export function phoneticKeys(word: string): string[] {
  return allKeys(word).filter((sound) => sound.length >= MIN_KEY_LENGTH);
}

export function allKeys(word: string): string[] {
  return [...new Set(withoutEnding(word).flatMap(spellings).map(phoneticKey))];
}

/** The same with vowels, which tells short names apart; begins with `=`, which no key does. */
export function wholeSounds(word: string, isLikely: boolean): string[] {
  const sounds = withoutEnding(word).flatMap(spellings).map(wholeSound);
  const least = isLikely ? MIN_KEY_LENGTH : MIN_KEY_LENGTH_OF_WORD;
  return [...new Set(sounds)].filter((sound) => sound.length >= least);
}

/** More would cost time where somebody writes anything. */
const MAX_SPELLINGS = 12;

/** A word as written, and as others may hear it: "Graham" is Грэм, "Hughes" is Хьюз, "Smith" is Смит. */
function spellings(folded: string): string[] {
  if (!HEARD_OTHERWISE.test(folded)) return [folded];
  const heard = CYRILLIC.test(folded) ? HEARD_IN_CYRILLIC : HEARD_IN_LATIN;
  let known = [folded];
  for (const [letters, other] of heard) {
    const changed = known.map((one) => one.replaceAll(letters, other));
    if (changed.every((one, at) => one === known[at])) continue;
    known = [...new Set([...known, ...changed])].slice(0, MAX_SPELLINGS);
  }
  return known;
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

/** In English, letters may be mute or have several sounds. */
const HEARD_IN_LATIN: readonly (readonly [RegExp, string])[] = [
  [/th/gu, "t"],
  [/c(?=[eiy])/gu, "s"],
  [/(?<=[aeiouy])gh/gu, ""],
  [/(?<=[aeiouy])h/gu, ""],
  [/j|dg(?=e)|g(?=[eiy])/gu, "dzh"],
  [/(?<=[aeo])w(?=[^aeiouy])/gu, ""],
  [/^wh/gu, "w"],
  [/^kn/gu, "n"],
  [/^wr/gu, "r"],
  [/ch/gu, "k"],
  [/ch(?=[aei])/gu, "sh"],
  [/^x/gu, "s"],
  [/z/gu, "s"],
];

/** Whether one of the letters is there at all. */
const HEARD_OTHERWISE = /[hcjgwxzз]|^[kу]|чж/u;

const HEARD_IN_CYRILLIC: readonly (readonly [RegExp, string])[] = [
  [/^у(?=[аеєэиіо])/gu, "в"],
  [/чж/gu, "ж"],
  [/з/gu, "с"],
];

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
const LONG_I = /ee|ea|y/gu;

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
