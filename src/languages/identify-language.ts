import { foldWord, isCapitalised, LONGEST_WORD } from "../text/words.ts";
import type { LanguagePack, Script } from "./language-pack.ts";
import { partsOfWord, wholeWord } from "./spelling-weights.ts";

/** Characters of a script. */
export const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
};

/** The language that words are in, or `undefined` if they may be of several. */
export function identifyLanguage<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
): Pack | undefined {
  const main = inMainScript(words, packs);
  return clearestLanguage(main.words, main.packs);
}

type InScript<Pack> = { readonly words: readonly string[]; readonly packs: readonly Pack[] };

/**
 * The words in the script that a question is in, and its languages. Names are often written in another
 * script: stop words decide, then the number of words.
 */
export function inMainScript<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
): InScript<Pack> {
  const [best = { words, packs }, second] = [...new Set(packs.map(({ script }) => script))]
    .map((script) => {
      const inScript = words.filter((word) => SCRIPTS[script].test(word));
      const own = packs.filter((pack) => pack.script === script);
      const isStopWord = (word: string) => own.some(({ terms }) => terms.isStopWord(word));
      return { script, words: inScript, packs: own, stopWords: inScript.filter(isStopWord).length };
    })
    .toSorted(
      (one, other) =>
        other.stopWords - one.stopWords ||
        other.words.length - one.words.length ||
        latinLast(one.script) - latinLast(other.script),
    );
  return best.words.length === 0 ? (second ?? best) : best;
}

/** Of equals, the other script: brands and names are in Latin letters all over the world. */
function latinLast(script: Script): number {
  return script === "Latin" ? 1 : 0;
}

/** A smaller lead may be chance. */
const CLEAR_LEAD = 0.5;

/** The language with the highest score, if its lead is clear. `packs`: of one script. */
export function clearestLanguage<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
): Pack | undefined {
  const [only, ...others] = packs;
  if (others.length === 0) return only;

  const [first, second] = packs
    .map((pack) => ({ pack, score: scoreOf(words, pack) }))
    .toSorted((one, other) => other.score - one.score);
  const isClear = first && second && first.score - second.score >= CLEAR_LEAD;
  return isClear ? first.pack : undefined;
}

/** Names keep the spelling of another language. */
const WORTH_OF_NAME = 0.3;

function scoreOf(words: readonly string[], pack: LanguagePack): number {
  let score = 0;
  for (const [at, word] of words.entries()) {
    const isName = at > 0 && isCapitalised(word);
    score += (isName ? WORTH_OF_NAME : 1) * scoreOfWord(word, pack);
  }
  return score;
}

/** A letter that only this language has, and a stop word, compared with the learned weights. */
const WORTH_OF_LETTER = 4;
const WORTH_OF_STOP_WORD = 2;

function scoreOfWord(word: string, { ownLetters, terms, spellingWeights }: LanguagePack): number {
  const letters = ownLetters?.test(word) === true ? WORTH_OF_LETTER : 0;
  const folded = foldWord(word);
  if (folded.length > LONGEST_WORD) return letters;

  let spelling = 0;
  for (const part of partsOfWord(folded)) spelling += spellingWeights.get(part) ?? 0;
  return (
    letters +
    (terms.isStopWord(word) ? WORTH_OF_STOP_WORD : 0) +
    spelling / Math.sqrt(folded.length) +
    (spellingWeights.get(wholeWord(folded)) ?? 0)
  );
}
