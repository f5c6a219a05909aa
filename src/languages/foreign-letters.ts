import type { LanguagePack } from "./language-pack.ts";
import { SCRIPTS } from "./identify-language.ts";

/** How a text's letters show that it is in another language; `undefined` if they do not. */
export function foreignLetters(
  text: string,
  { name, script, ownLetters }: LanguagePack,
  packs: readonly LanguagePack[],
): string | undefined {
  const scripts = Object.values(SCRIPTS).filter((letters) => letters.test(text));
  if (scripts.length > 0 && !scripts.includes(SCRIPTS[script]))
    return `contains no ${name} letters`;
  if (!ownLetters || ownLetters.test(text)) return undefined;

  const related = packs.filter((pack) => pack.script === script);
  const foreign = related.flatMap((pack) => pack.ownLetters?.exec(text)?.[0] ?? [])[0];
  return foreign === undefined
    ? undefined
    : `contains the letter ${foreign}, which ${name} does not have`;
}
