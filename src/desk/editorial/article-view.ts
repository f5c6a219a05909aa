import { createHash } from "node:crypto";
import type { Article, Attribution, Passage, Person } from "../../article/article.ts";
import { type AttributedPiece, piecesOf } from "../../article/editing/attribute-range.ts";
import { passagesOf } from "../../article/editing/edited-text.ts";
import type { Range } from "../../text/ranges.ts";
import { sentencesIn } from "../../text/sentences.ts";
import { proposeWrittenArticle } from "../../import/propose-for-article.ts";
import {
  pairSentences,
  type PairedSentence,
  type ReadArticle,
} from "../../import/review/pair-sentences.ts";

/** Words of a passage with who says them: at most a sentence. */
type SentenceView = {
  readonly start: number;
  readonly end: number;
  /** A person's id; null for the publisher. */
  readonly speaker: string | null;
  readonly kind: Attribution["kind"];
  readonly quoted: Attribution["quoted"];
  /** Nobody has confirmed what import proposed. */
  readonly isProposed: boolean;
  /** Import asks an editor to look. */
  readonly needsReview: boolean;
  /** 0–1: how sure import is, if it would say the same. */
  readonly confidence?: number;
};

export type PassageView = Pick<Passage, "id" | "text" | "isKeyFact" | "keywords"> & {
  readonly lead: string;
  readonly note: string;
  readonly line: number;
  readonly sentences: readonly SentenceView[];
  /** Changes whenever anything of the passage does. */
  readonly seen: string;
};

type PersonView = Person & { readonly isPublisher: boolean; readonly seen: string };

/** An article as the review page shows it. */
export type ArticleView = {
  readonly title: string;
  readonly language: string;
  readonly publisher: string | null;
  /** How many sentences import asks an editor to look at. */
  readonly forReview: number;
  readonly source: Readonly<Record<"url" | "author" | "publishedOn", string | undefined>>;
  readonly people: readonly PersonView[];
  readonly sections: readonly {
    readonly heading: string | undefined;
    readonly passages: readonly PassageView[];
  }[];
  readonly questions: {
    readonly own: readonly string[];
    readonly proposed: readonly string[];
    readonly seen: string;
  };
};

export function viewArticle(read: ReadArticle): ArticleView {
  const { article, lines } = read;
  const { title, language, people, source } = article;
  const questions = questionsOf(article);
  const paired = pairSentences(read, proposeWrittenArticle(article));
  return {
    title,
    language,
    publisher: source.publisher?.id ?? null,
    forReview: countForReview(article),
    source: { url: source.url, author: source.author, publishedOn: source.publishedOn },
    people: people.map((person) => {
      return { ...person, isPublisher: person === source.publisher, seen: seenOf(person) };
    }),
    sections: article.sections.map(({ heading, passages }) => ({
      heading,
      passages: passages.map((passage) => ({
        ...viewPassage(passage, article, paired),
        line: lines.get(passage.id) ?? 1,
      })),
    })),
    questions: { ...questions, seen: seenOf(questions) },
  };
}

/** How many sentences import asks an editor to look at. */
export function countForReview(article: Article): number {
  return passagesOf(article).flatMap((passage) =>
    piecesOf(passage).flatMap((piece) =>
      piece.needsReview === true ? sentencesWithin(piece, passage.text) : [],
    ),
  ).length;
}

function viewPassage(passage: Passage, article: Article, paired: readonly PairedSentence[]) {
  const { id, text, isKeyFact, keywords, lead = "", note = "" } = passage;
  const { publisher } = article.source;
  const own = paired.filter((sentence) => sentence.passage === passage && sentence.isSame);
  const sentences = piecesOf(passage).flatMap((piece) =>
    sentencesWithin(piece, text).map(([start, end]): SentenceView => {
      const confidence = own.find((one) => one.start < end && one.end > start)?.confidence;
      return {
        start,
        end,
        kind: piece.kind,
        quoted: piece.quoted,
        speaker: piece.speaker === publisher ? null : (piece.speaker?.id ?? null),
        isProposed: piece.isProposed === true,
        needsReview: piece.needsReview === true,
        ...(confidence !== undefined && { confidence }),
      };
    }),
  );
  return { id, text, isKeyFact, keywords, lead, note, sentences, seen: seenOf(passage) };
}

/** A piece of a passage, sentence by sentence. */
function sentencesWithin({ start, end }: AttributedPiece, text: string): readonly Range[] {
  const parts = sentencesIn(text).flatMap(([from, upTo]): Range[] => {
    const [first, last] = [Math.max(start, from), Math.min(end, upTo)];
    return first < last ? [[first, last]] : [];
  });
  return parts.length === 0 ? [[start, end]] : parts;
}

/** The editors' questions, and those that import proposed. */
export function questionsOf({ suggestedQuestions, proposedQuestions = [] }: Article) {
  const own = suggestedQuestions.slice(0, suggestedQuestions.length - proposedQuestions.length);
  return { own, proposed: proposedQuestions };
}

/** A short hash of what an editor sees: an edit of anything else does not concern it. */
export function seenOf(value: object | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64url")
    .slice(0, 16);
}
