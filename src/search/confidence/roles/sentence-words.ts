import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { isCapitalised } from "../../../text/words.ts";
import { analyseKnownText } from "../../analysis/known-texts.ts";
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
  const { passage, article } = indexed;
  const { terms } = query.pack;
  const published = terms.dayIn(article.source.publishedOn ?? "");
  const { words } = analyseKnownText(passage.text, terms, published);
  const [matched, exact] = [new Int32Array(words.length), new Int32Array(words.length)];
  for (const { at, queryTerm, isExact } of matches.termMatches) {
    matched[at] = (matched[at] ?? 0) | (1 << queryTerm);
    if (isExact) exact[at] = (exact[at] ?? 0) | (1 << queryTerm);
  }
  const hasOrder = query.pack.roles?.order !== undefined;
  const sentences = new Map<number, ClauseWord[]>();
  let end = 0;
  for (let at = 0; at < words.length; at += 1) {
    const analysed = words[at];
    if (!analysed || tells[analysed.sentence] !== true) continue;
    const { word, sentence, folded, classes, isStopWord } = analysed;
    const clause = sentences.get(sentence) ?? [];
    const isFirst = clause.length === 0;
    if (isFirst) sentences.set(sentence, clause);
    const isValue = (classes & (TOKEN_CLASS.time | TOKEN_CLASS.number)) !== 0;
    const isNamed = (classes & TOKEN_CLASS.name) !== 0 && !isStopWord;
    const isFirstName =
      isFirst &&
      hasOrder &&
      !isStopWord &&
      isCapitalised(word.text) &&
      ((words[at + 1]?.classes ?? 0) & TOKEN_CLASS.name) !== 0;
    clause.push({
      folded,
      terms: matched[at] ?? 0,
      exact: exact[at] ?? 0,
      isName: (isNamed || isFirstName) && !isValue,
      isValue,
      isPossessive: OWNER_ENDING.test(word.text),
      startsClause: isFirst || startsClauseAfter(passage.text, end, word.start),
    });
    end = word.end;
  }
  return sentences;
}
