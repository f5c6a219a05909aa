import type { NotCovered, PassageAnswer } from "../../answer/answer.ts";
import { verdictOf } from "../../answer/verdict-of.ts";
import type { Findings, Hit } from "../../search/findings.ts";
import type { Wording, WhyWording } from "../wording/wording.ts";

/** Of the words that a passage lacks, as many are named. */
const MAX_LACKING = 3;

/** From these shares of the first passage's likelihood, the second fits about as well, or is well behind. */
const EQUALLED_FROM = 0.5;
const AHEAD_BELOW = 0.1;

/**
 * Why the reply makes so much of the passages found, and not more or less: "Shown as closest, not as the answer:
 * the first passage has 3 of 5 words of the question; the second fits about as well." `findings`: those that
 * the reply comes from.
 */
export function explainVerdict(
  answer: PassageAnswer | NotCovered,
  findings: Findings,
  { why }: Wording,
): string {
  const verdict = verdictOf(answer) ?? "nothing";
  const first = "passage" in answer ? hitOf(answer, findings) : findings.hits[0];
  const reasons = [
    ...(first ? wordsIn(first, findings, why) : []),
    ...(verdict === "answered" || verdict === "closest" ? standing(findings, verdict, why) : []),
    ...(verdict === "answered" ? [] : shortcomings(answer, findings, why)),
  ];
  const head = why.shownAs[verdict];
  return reasons.length === 0 ? `${head}.` : `${head}: ${reasons.join("; ")}.`;
}

/** How often such a match is right, and how often it would have to be. */
export function explainSureness({ confidence, evidence }: Findings, { why }: Wording): string {
  const percent = Math.min(99, Math.round(confidence * 100));
  return why.sureness(percent, Math.ceil(evidence.thresholds.answered * 100));
}

function hitOf({ article, passage }: PassageAnswer, { hits }: Findings): Hit | undefined {
  return hits.find((hit) => hit.passage.id === passage.id && hit.article.slug === article.slug);
}

function wordsIn({ matchedTerms }: Hit, { query }: Findings, why: WhyWording): string[] {
  const { words } = query;
  const lacking = words.filter(({ term }) => !matchedTerms.includes(term));
  if (words.length === 0) return [];
  return [
    why.hasWords(words.length - lacking.length, words.length),
    ...(lacking.length > 0
      ? [why.lacks(lacking.slice(0, MAX_LACKING).map(({ word }) => word))]
      : []),
  ];
}

/** How the first passage compares with the second. */
function standing(
  { hits: [first, second] }: Findings,
  verdict: "answered" | "closest",
  why: WhyWording,
): string[] {
  if (!first) return [];
  if (!second) return [why.isAlone];
  // A score is the logarithm of a likelihood.
  const share = Math.exp(second.score - first.score);
  if (share >= EQUALLED_FROM) return verdict === "closest" ? [why.isEqualled] : [];
  return share < AHEAD_BELOW ? [why.isAhead] : [];
}

/** What a rule or a check found wanting. */
function shortcomings(
  answer: PassageAnswer | NotCovered,
  { evidence, verdict, hits }: Findings,
  why: WhyWording,
): string[] {
  const person = personNotQuoted(answer);
  if (person) return [why.notTheirWords(person.name)];
  const isNear = answer.kind === "unsure" && answer.verdict === "near";
  if (isNear && verdict === "answered") return [why.presumes];
  const failed = [...evidence.failedChecks].map(
    (check) => why.failed[check] ?? why.lacksWhatIsAsked,
  );
  if (hits.length === 0) return [];
  return isNear && failed.length === 0 ? [why.lacksWhatIsAsked] : [...new Set(failed)];
}

function personNotQuoted(answer: PassageAnswer | NotCovered) {
  if (answer.kind === "not-covered") return answer.person;
  return answer.kind === "unsure" && answer.verdict === "near" ? answer.notSaidBy : undefined;
}
