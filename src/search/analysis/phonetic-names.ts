import type { Person } from "../../article/article.ts";
import { cachedByWord } from "../../text/cached-by-word.ts";
import {
  type NameInText,
  type NamesInText,
  namesInTextBySound,
  type NamesRecord,
  type NamesOfPeople,
  namesOfPeopleBySound,
  type NumberedWords,
  openNames,
  SHORT_KEY_LENGTH,
  soundsInOtherScript,
} from "./names-by-sound.ts";
import { MAX_LENGTH_DIFFERENCE } from "./sound-finder.ts";
import { allKeys, MIN_KEY_LENGTH, MIN_KEY_LENGTH_OF_WORD, wholeSounds } from "./sounds.ts";
import { known, lazy, type Lazy, type Steps } from "../../languages/steps.ts";

/** Finds a name that the question writes in the other script, by how it sounds. */
export type PhoneticNames = {
  /** A word of a name, in the other script, that sounds like this one. */
  readonly soundsLike: (word: string) => string | undefined;
  /** The term of a name in the text that sounds like a word, in any script. `isLikely`: the word may be a name. */
  readonly nameInText: (word: string, isLikely: boolean) => string | undefined;
  /** Finds out how all names sound ahead of time. */
  readonly prepare: () => Steps<void>;
};

/** `namesInText`: those in the text of the articles, the most frequent first; read when a question first needs them. */
export function phoneticNames(
  people: readonly Person[],
  namesInText: () => Steps<readonly NameInText[]>,
): PhoneticNames {
  return namesThatSoundLike(
    lazy(() => namesOfPeopleBySound(people)),
    lazy(() => namesInTextBySound(namesInText())),
  );
}

/** The same of names that are recorded. */
export function openPhoneticNames(record: NamesRecord, numbered: NumberedWords): PhoneticNames {
  const { ofPeople, inText } = openNames(record, numbered);
  return namesThatSoundLike(known(ofPeople), known(inText));
}

function namesThatSoundLike(
  ofPeople: Lazy<NamesOfPeople>,
  inText: Lazy<NamesInText>,
): PhoneticNames {
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

const MAX_DIFFERENCE_OF_SHORT = 2;

function createNameFinder(names: () => NamesInText): PhoneticNames["nameInText"] {
  return (word, isLikely) => {
    const nearest = (sound: string, maxDifference: number) =>
      (names().get(sound) ?? [])
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
