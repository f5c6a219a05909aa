import { foldWord, isCapitalised, MAX_WORD_LENGTH } from "../text/words.ts";
import type { LanguagePack, Script } from "./language-pack.ts";
import { TOKEN_CLASS } from "./token-classes.ts";

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
 * script, so stop words decide first, then other words in lower case, then the number of words.
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
      const stopWords = inScript.filter(isStopWord).length;
      const ordinary = inScript.filter((word) => !CAPITAL.test(word)).length;
      return { script, words: inScript, packs: own, stopWords, ordinary };
    })
    .toSorted(
      (one, other) =>
        other.stopWords - one.stopWords ||
        other.ordinary - one.ordinary ||
        other.words.length - one.words.length ||
        latinLast(one.script) - latinLast(other.script),
    );
  return best.words.length === 0 ? (second ?? best) : best;
}

/** "NATO", "iPhone": names keep their script. */
const CAPITAL = /\p{Lu}/u;

/** On a tie, the other script wins: brands and names are in Latin letters all over the world. */
function latinLast(script: Script): number {
  return script === "Latin" ? 1 : 0;
}

/** A smaller lead may be due to chance. */
const CLEAR_LEAD = 0.5;

/** Whether a word may tell its language: not if it is known to be a word of another one as well. */
type IsTelling<Pack> = (word: string, pack: Pack) => boolean;

/** The language with the highest score, if its lead is clear. All `packs` share one script. */
export function clearestLanguage<Pack extends LanguagePack>(
  words: readonly string[],
  packs: readonly Pack[],
  isTelling: IsTelling<Pack> = () => true,
): Pack | undefined {
  const [only, ...others] = packs;
  if (others.length === 0) return only;

  const isShared = (word: string) => packs.some(({ shared }) => shared.has(foldWord(word)));
  const mayTell: IsTelling<Pack> = (word, pack) => !isShared(word) && isTelling(word, pack);
  const [first, second] = packs
    .map((pack) => ({ pack, score: scoreOf(words, pack, mayTell) }))
    .toSorted((one, other) => other.score - one.score);
  const isClear = first && second && first.score - second.score >= CLEAR_LEAD;
  return isClear ? first.pack : undefined;
}

/** Names may be spelt as in another language. */
const NAME_WEIGHT = 0.3;

function scoreOf<Pack extends LanguagePack>(
  words: readonly string[],
  pack: Pack,
  isTelling: IsTelling<Pack>,
): number {
  let score = 0;
  for (const [at, word] of words.entries()) {
    if (!isTelling(word, pack)) continue;
    const isName = at > 0 && isCapitalised(word);
    score += (isName ? NAME_WEIGHT : 1) * scoreOfWord(word, pack);
  }
  return score;
}

/** On the scale of the learned spelling weights. */
const OWN_LETTER_WEIGHT = 4;
const STOP_WORD_WEIGHT = 2;
/** Words of requests, dates and numbers are listed for each language, however rare subtitles have them. */
const LISTED_WEIGHT = 1.5;
/** The tables are learned from subtitles, where one language may happen to use a word more: "дата". */
const MAX_SPELLING_WEIGHT = 1.5;
/** Shorter words are mostly abbreviations, which have no spelling: "аес", "оон". */
const MIN_SPELLING_LENGTH = 4;

function scoreOfWord(word: string, pack: LanguagePack): number {
  const { ownLetters, terms, scoreSpelling } = pack;
  const letters = ownLetters?.test(word) === true ? OWN_LETTER_WEIGHT : 0;
  const folded = foldWord(word);
  if (folded.length > MAX_WORD_LENGTH) return letters;

  const spelling = scoreSpelling(folded);
  if (terms.isStopWord(word)) return letters + STOP_WORD_WEIGHT + spelling;
  if (folded.length < MIN_SPELLING_LENGTH) return letters;
  const listed = isListed(folded, pack) ? LISTED_WEIGHT : 0;
  return letters + listed + Math.min(spelling, MAX_SPELLING_WEIGHT);
}

function isListed(folded: string, { terms, words }: LanguagePack): boolean {
  const { classes, startsValue } = terms.read(folded);
  return startsValue || (classes & TOKEN_CLASS.time) !== 0 || words.overview.has(folded);
}
