import { foldWord, isCapitalised, MAX_WORD_LENGTH } from "../text/words.ts";
import type { LanguagePack, Script } from "./language-pack.ts";
import { partsOfWord, wholeWord } from "./spelling-weights.ts";

/** Characters of a script. */
export const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
};

/** The language of the words, or `undefined` if it is unclear. */
export function identifyLanguage<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
): Pack | undefined {
  const main = inMainScript(words, packs);
  return clearestLanguage(main.words, main.packs);
}

type InScript<Pack> = { readonly words: readonly string[]; readonly packs: readonly Pack[] };

/**
 * The words in a question's main script, and the languages written in it. Names are often in another
 * script, so stop words decide first, then the number of words.
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

/** On a tie, the other script wins: brands and names are in Latin letters all over the world. */
function latinLast(script: Script): number {
  return script === "Latin" ? 1 : 0;
}

/** A smaller lead may be due to chance. */
const CLEAR_LEAD = 0.5;

/** The language with the highest score, if its lead is clear. All `packs` share one script. */
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

/** Names may be spelt as in another language. */
const NAME_WEIGHT = 0.3;

function scoreOf(words: readonly string[], pack: LanguagePack): number {
  let score = 0;
  for (const [at, word] of words.entries()) {
    const isName = at > 0 && isCapitalised(word);
    score += (isName ? NAME_WEIGHT : 1) * scoreOfWord(word, pack);
  }
  return score;
}

/** On the scale of the learned spelling weights. */
const OWN_LETTER_WEIGHT = 4;
const STOP_WORD_WEIGHT = 2;

function scoreOfWord(word: string, { ownLetters, terms, spellingWeights }: LanguagePack): number {
  const letters = ownLetters?.test(word) === true ? OWN_LETTER_WEIGHT : 0;
  const folded = foldWord(word);
  if (folded.length > MAX_WORD_LENGTH) return letters;

  let spelling = 0;
  for (const part of partsOfWord(folded)) spelling += spellingWeights.get(part) ?? 0;
  return (
    letters +
    (terms.isStopWord(word) ? STOP_WORD_WEIGHT : 0) +
    spelling / Math.sqrt(folded.length) +
    (spellingWeights.get(wholeWord(folded)) ?? 0)
  );
}
