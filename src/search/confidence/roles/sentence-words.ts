import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { isCapitalised } from "../../../text/words.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
import type { CompiledQuery } from "../../query/compile-query.ts";
import type { RankedPassage } from "../../ranking/ranking.ts";
import { CLAUSE_MARK, type ClauseWord, OWNER_ENDING } from "./clause-word.ts";

/** Those sentences that may tell, by number. */
export function sentencesOf(
  { indexed, matches }: RankedPassage,
  { query }: CompiledQuery,
  mayTell: (sentence: number) => boolean,
): ReadonlyMap<number, ClauseWord[]> {
  const { passage, article } = indexed;
  const { terms } = query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const { words } = analyseKnownText(passage.text, terms, published);
  const [matched, exact] = [new Map<number, number>(), new Map<number, number>()];
  for (const { at, queryTerm, isExact } of matches.termMatches) {
    matched.set(at, (matched.get(at) ?? 0) | (1 << queryTerm));
    if (isExact) exact.set(at, (exact.get(at) ?? 0) | (1 << queryTerm));
  }
  const sentences = new Map<number, ClauseWord[]>();
  let end = 0;
  for (const [at, { word, sentence, folded, classes, isStopWord }] of words.entries()) {
    if (!mayTell(sentence)) continue;
    const clause = sentences.get(sentence) ?? [];
    const isFirst = clause.length === 0;
    if (isFirst) sentences.set(sentence, clause);
    const isValue = (classes & (TOKEN_CLASS.time | TOKEN_CLASS.number)) !== 0;
    const isNamed = (classes & TOKEN_CLASS.name) !== 0 && !isStopWord;
    const isFirstName =
      isFirst &&
      query.pack.roles?.order !== undefined &&
      !isStopWord &&
      isCapitalised(word.text) &&
      ((words[at + 1]?.classes ?? 0) & TOKEN_CLASS.name) !== 0;
    clause.push({
      folded,
      terms: matched.get(at) ?? 0,
      exact: exact.get(at) ?? 0,
      isName: (isNamed || isFirstName) && !isValue,
      isValue,
      isPossessive: OWNER_ENDING.test(word.text),
      startsClause: isFirst || CLAUSE_MARK.test(passage.text.slice(end, word.start)),
    });
    end = word.end;
  }
  return sentences;
}
