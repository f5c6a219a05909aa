import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { foldWord, isCapitalised, wordsIn } from "../../../text/words.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import type { RankedPassage } from "../../ranking/ranking.ts";
import { type ClauseWord, OWNER_ENDING, startsClauseAfter } from "./clause-word.ts";

const NO_SENTENCES: ReadonlyMap<number, ClauseWord[]> = new Map();

/** Those sentences that may tell, by number. */
export function sentencesOf(
  { indexed, matches }: RankedPassage,
  { query }: CompiledQuery,
  mayTell: (sentence: number) => boolean,
): ReadonlyMap<number, ClauseWord[]> {
  const tells = matches.bySentence.map((_terms, sentence) => mayTell(sentence));
  if (!tells.includes(true)) return NO_SENTENCES;
  const { terms, classes, sentenceOf } = indexed;
  const { text } = indexed.passage;
  const [matched, exact] = [new Int32Array(terms.length), new Int32Array(terms.length)];
  for (const { at, queryTerm, isExact } of matches.termMatches) {
    matched[at] = (matched[at] ?? 0) | (1 << queryTerm);
    if (isExact) exact[at] = (exact[at] ?? 0) | (1 << queryTerm);
  }
  const hasOrder = query.pack.roles?.order !== undefined;
  const sentences = new Map<number, ClauseWord[]>();
  let end = 0;
  for (const [at, word] of wordsIn(text).entries()) {
    const sentence = sentenceOf[at] ?? 0;
    if (tells[sentence] !== true) continue;
    const clause = sentences.get(sentence) ?? [];
    const isFirst = clause.length === 0;
    if (isFirst) sentences.set(sentence, clause);
    const own = classes[at] ?? 0;
    const isStopWord = (own & TOKEN_CLASS.stopWord) !== 0;
    const isValue = (own & (TOKEN_CLASS.time | TOKEN_CLASS.number)) !== 0;
    const isNamed = (own & TOKEN_CLASS.name) !== 0 && !isStopWord;
    const isFirstName =
      isFirst &&
      hasOrder &&
      !isStopWord &&
      isCapitalised(word.text) &&
      ((classes[at + 1] ?? 0) & TOKEN_CLASS.name) !== 0;
    clause.push({
      folded: foldWord(word.text),
      terms: matched[at] ?? 0,
      exact: exact[at] ?? 0,
      isName: (isNamed || isFirstName) && !isValue,
      isValue,
      isPossessive: OWNER_ENDING.test(word.text),
      startsClause: isFirst || startsClauseAfter(text, end, word.start),
    });
    end = word.end;
  }
  return sentences;
}
