import type { Answer } from "../answer/answer.ts";
import type { Outcome } from "../answer/answer-question.ts";
import { shownPassages } from "../answer/respond/shown-passages.ts";
import { keyedHash } from "./keyed-hash.ts";
import { withoutContacts } from "../text/without-contacts.ts";

/** What led to an answer, to be looked up by its id. It names nobody who asked. */
export type Trace = {
  readonly id: string;
  /** As typed, but for what would tell who or where somebody is. */
  readonly question: string;
  readonly language: string;
  /** The kind of answer; text, because a question log may hold those of other versions. */
  readonly kind: string;
  /** What the search made of it, whatever was answered. */
  readonly verdict: string;
  readonly confidence: number;
  /** Slug of the article that was asked about, where there was one. */
  readonly article?: string;
  /** `article/passage`, as shown. */
  readonly shown: readonly string[];
  /** `article/passage` as found, best first, with the search's scores. */
  readonly candidates: readonly Candidate[];
};

type Candidate = { readonly passage: string; readonly score: number };

/** All of it but the id, which stands for one who asked. */
export function traceOf({ question, language, answer, findings }: Outcome): Omit<Trace, "id"> {
  const article = articleOf(answer);
  return {
    question: withoutContacts(question),
    language,
    kind: answer.kind,
    verdict: findings.verdict,
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

/** Finer stats tell nobody more. */
function rounded(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}

/** The id of an answer: short, the same after a restart, and saying nothing of the chat. */
export type CreateTraceId = (chatId: number, updateId: number) => string;

/** Crockford's Base32: no letter is mistaken for a digit when an id is read out. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** Forty bits: in a million answers, about one pair shares an id. */
const LENGTH = 8;

/** Without the `secret` nobody can forge an id or link one to a chat. */
export function createTraceIds(secret: string): CreateTraceId {
  return (chatId, updateId) => {
    const bytes = keyedHash(secret, `${chatId}/${updateId}`).subarray(0, LENGTH);
    return Array.from(bytes, (byte) => ALPHABET[byte % 32]).join("");
  };
}
