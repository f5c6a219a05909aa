import type { LanguagePack } from "./language-pack.ts";
import { SCRIPTS } from "./identify-language.ts";

/** Why a text cannot be in the language, judging by its letters; `undefined` if it may be. */
export function strangeLetters(
  text: string,
  { name, script, ownLetters }: LanguagePack,
  packs: readonly LanguagePack[],
): string | undefined {
  const scripts = Object.values(SCRIPTS).filter((letters) => letters.test(text));
  if (scripts.length > 0 && !scripts.includes(SCRIPTS[script]))
    return `contains no ${name} letters`;
  if (!ownLetters || ownLetters.test(text)) return undefined;

  const related = packs.filter((pack) => pack.script === script);
  const strange = related.flatMap((pack) => pack.ownLetters?.exec(text)?.[0] ?? [])[0];
  return strange === undefined
    ? undefined
    : `contains the letter ${strange}, which ${name} does not have`;
}
