import type { Answer, Citation } from "../answer/answer.ts";
import { partsOf, type Outcome, type SingleOutcome } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import { verdictOf } from "../answer/verdict-of.ts";
import type { Attribution } from "../article/article.ts";
import { voicesIn, wordsOf } from "../article/voices.ts";
import { snippetVoice } from "../search/snippet-voice.ts";
import type { Hit, Verdict } from "../search/findings.ts";
import { isUnmarked } from "../telegram/replies/card/attribution.ts";
import { answerReply } from "../telegram/replies/answer-reply.ts";
import { wordingFor } from "../telegram/wording/wording-for.ts";

/** How many of the passages found are listed. */
const MAX_RANKED = 10;

/**
 * An answer as scripts read it. The names and order of the keys are a contract with them:
 * see docs/commands.md.
 */
export function answerRecord(outcome: Outcome) {
  const { answer } = outcome;
  const parts = partsOf(outcome);
  return {
    kind: kindOfAll(parts),
    verdict: verdictOfAll(parts),
    confidence: Math.min(...parts.map((part) => confidenceIn(part.answer))),
    text: replyText(outcome),
    passages: shownPassages(answer).map(shownRecord),
    ranked: parts
      .flatMap(({ findings }) => findings.hits)
      .slice(0, MAX_RANKED)
      .map(rankedRecord),
    ...(parts.length > 1 && { questions: parts.map(questionRecord) }),
  };
}

type RecordedKind = Exclude<
  Answer["kind"],
  "menu" | "which-person" | "speakers" | "statements" | "no-articles"
>;

/** Several questions are answered if each of them is. */
function kindOfAll(parts: readonly SingleOutcome[]): RecordedKind {
  const [first, ...others] = new Set(parts.map(({ answer }) => kindOf(answer)));
  return first !== undefined && others.length === 0 ? first : "unsure";
}

/** `null` if no passage was judged, or if the questions differ. */
function verdictOfAll(parts: readonly SingleOutcome[]): Verdict | null {
  const [first, ...others] = new Set(parts.map(({ answer }) => verdictOf(answer)));
  return others.length === 0 ? (first ?? null) : null;
}

/**
 * A choice of passages or people leaves open which one answers: `unsure` in the contract. What was said over time
 * are points, if of several people.
 */
function kindOf(answer: Answer): RecordedKind {
  const { kind } = answer;
  if (kind === "statements") return answer.statements.length > 0 ? "points" : "not-covered";
  if (kind === "no-articles") return "not-covered";
  if (kind === "speakers") return "overview";
  return kind === "menu" || kind === "which-person" ? "unsure" : kind;
}

/** One of the questions of a message. */
function questionRecord({ question, answer }: SingleOutcome) {
  return {
    question,
    kind: kindOf(answer),
    verdict: verdictOf(answer) ?? null,
    confidence: confidenceIn(answer),
    passages: shownPassages(answer).map(({ passage }) => passage.id),
  };
}

/**
 * How likely the articles answer the question, 0 to 1: 1 for questions about an article as a whole, 0 for
 * small talk.
 */
function confidenceIn(answer: Answer): number {
  if ("confidence" in answer) return answer.confidence;
  return answer.kind === "small-talk" ? 0 : 1;
}

/** The speaker is the one whose words answer; if several speak, `parts` has the words of each. */
function shownRecord(citation: Citation) {
  const { article, section, passage } = citation;
  const voices = voicesIn(passage);
  const parts = voices.map((voice) => ({
    text: wordsOf(voice, passage),
    ...attributionRecord(voice),
  }));
  const attribution = attributionRecord(snippetVoice(citation));
  return {
    id: passage.id,
    article: article.slug,
    section: section.heading ?? null,
    text: passage.text,
    ...attribution,
    ...(isUnmarked(citation) && UNMARKED),
    ...(parts.length > 1 && { parts }),
  };
}

const UNMARKED = { speaker: null, speakerName: null, capacity: null, kind: null } as const;

/** `speaker` is null for narration of an article without a publisher, and where no editor has said who speaks. */
function attributionRecord({ speaker, kind, quoted }: Attribution) {
  return {
    speaker: speaker?.id ?? null,
    speakerName: speaker?.name ?? null,
    capacity: speaker?.capacity ?? null,
    kind,
    quoted: quoted === "direct",
  };
}

function rankedRecord({ article, passage, score }: Hit) {
  return { id: passage.id, article: article.slug, text: passage.text, score };
}

/** The whole reply as plain text. If nothing answers, includes the suggested questions, which are buttons on Telegram. */
export function replyText(outcome: Outcome): string {
  const { answer } = outcome;
  const { text } = answerReply(outcome, wordingFor(outcome.language)).text;
  if (answer.kind !== "not-covered" || answer.nextQuestions.length === 0) return text;
  return [text, ...answer.nextQuestions.map((question) => `• ${question}`)].join("\n");
}
