import { startOfCounted } from "../../../languages/answer-type.ts";
import { TOKEN_CLASS } from "../../../languages/token-classes.ts";
import { queryTermsWhere, weightOf } from "../../query/query-terms.ts";
import type { AnswerabilityCheck } from "../answerability-check.ts";
import { RECOGNISABLE } from "./time-or-number.ts";

/** In words, before and after: "the 40 newly elected members", "members: 40". */
const NEAR_COUNTED = 6;

/** "How many seats": seats have a number beside them. */
export const numbersWhatIsCounted: AnswerabilityCheck = ({ indexed, matches }, compiled) => {
  const { query, queryTerms } = compiled;
  if (query.answerType !== "number") return true;
  const start = startOfCounted(query.text, query.likelyPacks);
  const counted = query.words.find((word) => word.start === start)?.term;
  const number = queryTerms.findIndex(({ term }) => term === counted);
  if (number < 0) return true;
  // Beside a keyword, only the number of the same lead counts: others are there by chance.
  const { classes, sentences, sentenceOf } = indexed;
  const isNumbered = matches.termMatches.some(({ queryTerm, at, sentence }) => {
    if (queryTerm !== number) return false;
    const first = Math.max(0, at - NEAR_COUNTED);
    return classes
      .subarray(first, at + NEAR_COUNTED + 1)
      .some(
        (bits, offset) =>
          (bits & TOKEN_CLASS.number) !== 0 &&
          (sentence < sentences || sentenceOf[first + offset] === sentence),
      );
  });
  return isNumbered;
};

/** Of what the passage has of the question, by weight. */
const MIN_SHARE = 0.5;

/** The sentence with the time or number has half of what the passage has of the question. */
export const hasValueBesideTopic: AnswerabilityCheck = ({ matches }, { query, queryTerms }) => {
  const classes = RECOGNISABLE[query.answerType];
  if (classes === undefined) return true;
  const asked = queryTermsWhere(queryTerms, ({ isBackground }) => !isBackground);
  const found = asked & matches.inText;
  const enough = MIN_SHARE * weightOf(found, queryTerms);
  const isBeside = matches.bySentence.some(
    (terms, sentence) =>
      ((matches.classesBySentence[sentence] ?? 0) & classes) !== 0 &&
      weightOf(terms & found, queryTerms) >= enough,
  );
  return isBeside;
};

/** It, or the sentence before it, names everybody whom the question and the passage name: it is theirs. */
export const hasValueOfWhoIsNamed: AnswerabilityCheck = ({ indexed, matches }, compiled) => {
  const classes = RECOGNISABLE[compiled.query.answerType];
  if (classes === undefined) return true;
  const asked = queryTermsWhere(compiled.queryTerms, ({ isBackground }) => !isBackground);
  let names = 0;
  for (const { queryTerm, at } of matches.termMatches) {
    if (((indexed.classes[at] ?? 0) & TOKEN_CLASS.name) !== 0) names |= asked & (1 << queryTerm);
  }
  const { bySentence, classesBySentence } = matches;
  const isTheirs = bySentence.some(
    (terms, sentence) =>
      ((classesBySentence[sentence] ?? 0) & classes) !== 0 &&
      ((terms | (bySentence[sentence - 1] ?? 0)) & names) === names,
  );
  return names === 0 || isTheirs;
};
