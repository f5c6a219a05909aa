import type { Answer } from "../answer/answer.ts";
import { partsOf, type Outcome, type SingleOutcome } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import { verdictOf } from "../answer/verdict-of.ts";
import { keyedHash } from "./keyed-hash.ts";
import { withoutContacts } from "../text/without-contacts.ts";

/** How the bot arrived at an answer. It does not say who asked. */
export type Trace = {
  readonly id: string;
  /** As typed, without contact details. */
  readonly question: string;
  readonly language: string;
  /** The kind of answer; a string, because a question log may have kinds from other versions. */
  readonly kind: string;
  /** How far the reply goes, or what the search concluded if no passage led to it. */
  readonly verdict: string;
  readonly confidence: number;
  /** Slug of the article the question was about, if any. */
  readonly article?: string;
  /** `article/passage`, as shown. */
  readonly shown: readonly string[];
  /** `article/passage` with its score, best first. */
  readonly candidates: readonly Candidate[];
};

/** The kind of answer; an unsure one is `closest` or `near`, or just `unsure` in a log from earlier versions. */
export function replyName({ kind, verdict }: Pick<Trace, "kind" | "verdict">): string {
  const isTold = verdict === "closest" || verdict === "near";
  return kind === "unsure" && isTold ? verdict : kind;
}

type Candidate = { readonly passage: string; readonly score: number };

/** Everything but the id, which differs for each reader; a trace for each question of a message. */
export function tracesOf(outcome: Outcome): readonly Omit<Trace, "id">[] {
  return partsOf(outcome).map(traceOf);
}

function traceOf({ question, language, answer, findings }: SingleOutcome): Omit<Trace, "id"> {
  const article = articleOf(answer);
  return {
    question: withoutContacts(question),
    language,
    kind: answer.kind,
    verdict: verdictOf(answer) ?? findings.verdict,
    confidence: rounded(findings.confidence),
    ...(article !== undefined && { article }),
    shown: shownPassages(answer).map(nameOf),
    candidates: findings.hits.map((hit) => ({ passage: nameOf(hit), score: rounded(hit.score) })),
  };
}

function articleOf(answer: Answer): string | undefined {
  if ("article" in answer) return answer.article?.slug;
  return "articles" in answer && answer.articles.length === 1 ? answer.articles[0].slug : undefined;
}

type Placed = {
  readonly article: { readonly slug: string };
  readonly passage: { readonly id: string };
};

function nameOf({ article, passage }: Placed): string {
  return `${article.slug}/${passage.id}`;
}

/** More digits help no one. */
function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}

/**
 * A short id for an answer: survives restarts and reveals nothing about the chat. `question`: which of the
 * update's, from 0.
 */
export type CreateTraceId = (chatId: number, updateId: number, question?: number) => string;

/** Crockford's Base32: no letter can be mistaken for a digit when an id is read aloud. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** Forty bits: among a million answers, less than one pair is expected to share an id. */
const LENGTH = 8;

/** Without the `secret` nobody can forge an id or link one to a chat. */
export function createTraceIds(secret: string): CreateTraceId {
  return (chatId, updateId, question = 0) => {
    const place = question === 0 ? "" : `/${question}`;
    const bytes = keyedHash(secret, `${chatId}/${updateId}${place}`).subarray(0, LENGTH);
    return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join("");
  };
}
