import type { Answer, Citation, NotCovered, PassageAnswer } from "../../answer/answer.ts";
import { partsOf, type SingleOutcome, type Outcome } from "../../answer/answer-question.ts";
import { verdictOf } from "../../answer/verdict-of.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import type { Findings } from "../../search/findings.ts";
import type { QueryWord } from "../../search/query/query-words.ts";
import { ENGLISH_WORDING } from "../wording/en.ts";
import { listed, OVERVIEWS, sureness } from "./explanation-words.ts";
import { readingOf } from "./explain-reading.ts";
import { explainSureness, explainVerdict } from "./explain-verdict.ts";
import { wordingFor } from "../wording/wording-for.ts";
import { explainCitation, explainHit, type ExplainedPassage } from "./explain-passage.ts";

/** Why a reply is what it is, in words that an editor understands. */
export type Explanation = {
  /** What was written or pressed. */
  readonly message: string;
  /** How it was read, in sentences. */
  readonly readAs: readonly string[];
  /** Why this is the reply, in sentences. */
  readonly because: readonly string[];
  /** How often such a match is right, 0 to 1; missing for replies by rule. */
  readonly confidence?: number;
  readonly words: readonly ExplainedWord[];
  /** Those that were compared, best first, or those that a reply by rule shows. */
  readonly passages: readonly ExplainedPassage[];
  readonly areCompared: boolean;
};

/** A content word of the question, with what became of it. */
type ExplainedWord = { readonly word: string; readonly note?: string };

const MAX_COMPARED = 5;
const MAX_SHOWN = 12;
/** Of a passage that fits well: the bars of poor ones stay short. */
const GOOD_SCORE = 8;

export function explainAnswer(outcome: Outcome): Explanation {
  const parts = partsOf(outcome).map((part) => ({ ...explainOne(part), message: part.question }));
  const [only, ...others] = parts;
  if (only && others.length === 0) return { ...only, message: outcome.question };
  const each = (words: "readAs" | "because") =>
    parts.map((part) => `“${part.message}”: ${part[words].join(" ")}`);
  return {
    message: outcome.question,
    readAs: ["Read as several questions, each a follow-up of the one before.", ...each("readAs")],
    because: each("because"),
    words: [],
    passages: shownPassages(outcome.answer).slice(0, MAX_SHOWN).map(explainCitation),
    areCompared: false,
  };
}

function explainOne(outcome: SingleOutcome): Explanation {
  const { question, answer, findings } = outcome;
  const isFound = isFromSearch(outcome);
  const shown = shownPassages(answer);
  const confidence = "confidence" in answer ? answer.confidence : findings.confidence;
  const sure = isFound ? sureness({ kind: answer.kind, confidence }, ENGLISH_WORDING) : undefined;
  return {
    message: question,
    readAs: readingOf(outcome),
    because: [
      ...because(outcome, isFound),
      ...(isFound && isJudged(answer)
        ? [explainVerdict(answer, hitsBehind(answer, findings), wordingFor(outcome.language))]
        : []),
      ...(sure === undefined
        ? []
        : [explainSureness(hitsBehind(answer, findings), wordingFor(outcome.language))]),
    ],
    ...(sure !== undefined && { confidence }),
    words: isFound ? wordsOf(findings) : [],
    passages: isFound
      ? compared(hitsBehind(answer, findings), shown)
      : shown.slice(0, MAX_SHOWN).map(explainCitation),
    areCompared: isFound,
  };
}

function isJudged(answer: Answer): answer is PassageAnswer | NotCovered {
  return verdictOf(answer) !== undefined && answer.kind !== "menu";
}

const FROM_SEARCH: ReadonlySet<string> = new Set(["answered", "unsure", "menu", "not-covered"]);

/** Whether the passages were compared. Anything else is a rule. */
function isFromSearch({ answer, intent, findings }: SingleOutcome): boolean {
  if (!FROM_SEARCH.has(answer.kind) || intent.kind === "listed") return false;
  if (intent.kind === "speaker") return intent.statement !== "" || answer.kind === "not-covered";
  const isAboutLast = intent.kind === "more" || intent.kind === "bare";
  return !isAboutLast || !("passage" in answer) || isSame(answer, findings.hits[0]);
}

type Placed = Pick<Citation, "article" | "passage">;

function isSame(one: Placed, other: Placed | undefined): boolean {
  return one.article.slug === other?.article.slug && one.passage.id === other.passage.id;
}

/** Those in the words of the person asked about, if the answer is one of them. */
function hitsBehind(answer: Answer, findings: Findings): Findings {
  const { fromSpeaker } = findings;
  if (!fromSpeaker) return findings;
  const isOthers = "passage" in answer && !fromSpeaker.hits.some((hit) => isSame(answer, hit));
  return isOthers ? findings : fromSpeaker;
}

function compared({ hits, query }: Findings, shown: readonly Placed[]): ExplainedPassage[] {
  const best = Math.max(...hits.map(({ score }) => score), GOOD_SCORE);
  const isIn = (hit: Placed) => shown.some((one) => isSame(one, hit));
  return hits
    .filter((hit) => hit.matchedTerms.length > 0 || isIn(hit))
    .slice(0, MAX_COMPARED)
    .map((hit) => ({ ...explainHit(hit, query, best), isShown: isIn(hit) }));
}

const NOTES: Readonly<Partial<Record<QueryWord["status"], string>>> = {
  unknown: "not in the article",
  untranslated: "not translated",
};

function wordsOf({ query }: Findings): ExplainedWord[] {
  return query.words.map(({ word, status, readAs }) => {
    const notes = [
      ...(readAs === undefined ? [] : [`read as “${readAs}”`]),
      ...(NOTES[status] === undefined ? [] : [NOTES[status]]),
    ];
    return notes.length === 0 ? { word } : { word, note: notes.join(", ") };
  });
}

function because({ answer, intent, findings }: SingleOutcome, isFound: boolean): string[] {
  switch (answer.kind) {
    case "answered":
      return [
        isFound
          ? bestFit(answer, hitsBehind(answer, findings))
          : (RULES[intent.kind] ?? RULES.passage),
      ];
    case "unsure":
      return answer.verdict === "closest"
        ? ["One of these passages probably answers, but it is not clear which."]
        : ["This passage comes nearest, but it does not seem to say what is asked."];
    case "menu":
      return ["Several passages fit about equally well, so the reply asks which one is meant."];
    case "not-covered":
      return [notCovered(answer)];
    case "points":
      return [
        `By rule: all passages with words of ${answer.person.name}, in the order of the article.`,
      ];
    case "person":
      return [
        `By rule: how the article introduces ${answer.person.name}, what they say in it, and what others say of them.`,
      ];
    case "which-person":
      return ["By rule: several people have this name, so the reply asks which one is meant."];
    case "speakers":
      return ["By rule: it says who says each passage of the list shown last."];
    case "no-articles":
      return ["By rule: no article is of the time or by the publisher that the question names."];
    case "statements":
      return [
        `By rule: what speakers other than the publisher are quoted with ${answer.about}, in the order of time.`,
      ];
    case "overview":
      return [
        `By rule: it lists ${OVERVIEWS[answer.of] ?? "what is asked for"}. Nothing was searched for.`,
      ];
    case "source":
      return ["By rule: what the article says of its publisher, author, date and address."];
    case "small-talk":
      return ["By rule: a fixed reply. It says nothing about the article."];
  }
}

/** What else than the words themselves decides, for anybody who looks at the passage. */
const MEMORABLE: ReadonlySet<string> = new Set(["type", "speaker", "heading", "sentence"]);

/** In its two most telling reasons. */
function bestFit(shown: Placed, { hits, query }: Findings): string {
  const hit = hits.find((one) => isSame(one, shown));
  const reasons = hit ? explainHit(hit, query, 1).reasons.filter(({ points }) => points > 0) : [];
  const words = reasons.find(({ topic }) => topic === "words");
  const other = reasons.find(({ topic }) => MEMORABLE.has(topic));
  const it = [words, other].flatMap((reason) => (reason ? [reason.words] : [])).join(", and ");
  return `Of all passages, this one fits the question best${it === "" ? "" : `: it ${it}`}.`;
}

/** Why a passage is shown that was not searched for. */
const RULES: Readonly<Record<string, string>> & { readonly passage: string } = {
  listed: "By rule: it is the passage that the message picks from the list.",
  more: "By rule: it is the next passage of the article, or of the list.",
  bare: "By rule: a question word alone is about the passage shown last.",
  speaker: "By rule: it says whose words the passage shown last are.",
  passage: "By rule: the message is about the passage shown last.",
};

function notCovered({ reason, person, unknownWords }: Extract<Answer, { kind: "not-covered" }>) {
  if (unknownWords.length > 0)
    return `No passage fits: the article never uses ${listed(unknownWords)}.`;
  if (reason === "not-said-by" && person) {
    return `The article does not quote ${person.name} on this, and does not lend them anybody else's words.`;
  }
  return "No passage fits well enough to be shown.";
}
