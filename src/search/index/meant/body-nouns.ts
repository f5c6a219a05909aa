import { cachedByWord } from "../../../text/cached-by-word.ts";
import type { LanguagePack } from "../../../languages/language-pack.ts";
import { wordTest } from "../../../languages/word-test.ts";

/** A word for bodies: all that such a body may be called later, and what the word itself calls it. */
type BodyNoun = { readonly fits: readonly string[]; readonly is?: string };

export type BodyNouns = (folded: string) => BodyNoun;

/** "Carmaker" fits "company", too. */
export function bodyNounsOf({ descriptions }: LanguagePack): BodyNouns {
  const bodies = (descriptions?.bodies ?? []).map((line) => {
    const [name = ""] = line.trim().split(/\s+/u);
    return { name, isName: wordTest(name), isAny: wordTest(line) };
  });
  return cachedByWord((folded) => {
    const is = bodies.find(({ isName }) => isName(folded))?.name;
    const fits = bodies.filter(({ isAny }) => isAny(folded)).map(({ name }) => name);
    return is === undefined ? { fits } : { fits, is };
  });
}
