import { genderOfName, type Gender } from "../../../languages/gender.ts";
import { foldWord } from "../../../text/words.ts";
import type { WordTests } from "../word-lists.ts";
import { withSmallRole } from "./capacity-of.ts";
import type { Name } from "./names-in.ts";

/** A person or organisation as an article tells of it. */
export type Figure = {
  /** The fullest form of the name. */
  name: string;
  /** The words of that form, folded. */
  words: readonly string[];
  readonly isBody: boolean;
  gender: Gender | undefined;
  capacity: string | undefined;
  readonly aliases: Set<string>;
  /** The name is in the genitive; where it was the subject of a verb, it was as in `subjects`. */
  isGenitive?: boolean;
  readonly subjects?: Set<string>;
};

/** How words of a name are compared: as they are, or by their stems where names have cases. */
export type KeyOf = (word: string) => string;

/** Collects everybody named, name by name in the order of the text. */
export function createFigures(words: WordTests, keyOf: KeyOf = foldWord) {
  const figures: Figure[] = [];
  const byLast = new Map<string, Figure[]>();
  const byAny = new Map<string, Figure>();

  const remember = (figure: Figure) => {
    for (const word of figure.words) byAny.set(word, figure);
    const last = figure.words.at(-1) ?? "";
    const same = byLast.get(last) ?? [];
    byLast.set(last, [figure, ...same.filter((other) => other !== figure)]);
  };

  const find = (name: Name, keys: readonly string[]): Figure | undefined => {
    const [first = "", last = ""] = [keys[0], keys.at(-1)];
    const candidates = byLast.get(last) ?? [];
    if (keys.length > 1) return candidates.find((figure) => isSame(figure, keys, first));
    const gender = genderOfName(name.title, name.words, words);
    const fitting = candidates.find(
      (figure) => gender === undefined || figure.gender === undefined || figure.gender === gender,
    );
    return fitting ?? candidates[0] ?? byAny.get(last);
  };

  return {
    figures,
    /** Whom a name means: somebody told of before, or somebody new. */
    add(name: Name): Figure {
      const keys = name.words.map(keyOf);
      const found = find(name, keys);
      const figure: Figure = found ?? {
        name: name.text,
        words: keys,
        isBody: name.isBody,
        gender: undefined,
        capacity: undefined,
        aliases: new Set(),
        subjects: new Set(),
      };
      if (!found) figures.push(figure);
      if (keys.length > figure.words.length) {
        figure.aliases.add(figure.name);
        figure.name = name.text;
        figure.words = keys;
      } else if (name.text !== figure.name) figure.aliases.add(name.text);
      figure.gender ??= genderOfName(name.title, name.words, words);
      if (name.title !== "" && !isCourtesy(name.title, words))
        figure.capacity ??= withSmallRole(name.title, words);
      remember(figure);
      return figure;
    },
  };
}

function isSame(figure: Figure, keys: readonly string[], first: string): boolean {
  const own = figure.words[0] ?? "";
  if (figure.words.length === 1) return true;
  return own === first || own.startsWith(first) || first.startsWith(own) || keys.includes(own);
}

/** "Mr." tells a gender, and nothing that somebody does. */
function isCourtesy(title: string, words: WordTests): boolean {
  const [only = ""] = title.toLowerCase().split(".");
  return only.length <= 4 && (words.femaleTitles(only) || words.maleTitles(only));
}
