import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Article, Attribution, Passage, Person, Section } from "../../article/article.ts";
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

/** What the article is called and where it was published; "" where the file says nothing. */
type AboutView = Readonly<
  Record<"title" | "publisher" | "author" | "published" | "url" | "language", string>
>;

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
  /** Not to be published before: ISO 8601. */
  readonly embargo: string | null;
  /** How many sentences import asks an editor to look at. */
  readonly forReview: number;
  /** Nobody has marked who says what. */
  readonly lacksSpeakers: boolean;
  readonly about: AboutView & { readonly seen: string };
  readonly people: readonly PersonView[];
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string | undefined;
    readonly summary: string;
    readonly seen: string;
    readonly passages: readonly PassageView[];
  }[];
  readonly questions: {
    readonly own: readonly string[];
    readonly proposed: readonly string[];
    readonly seen: string;
  };
};

type Propose = typeof proposeWrittenArticle;

/** An editor reviews one or two articles at a time. */
const KEPT_PROPOSALS = 4;

/**
 * Proposes who says what, and again only if the words have changed: of a long article it takes tenths of a second, which
 * readers would wait for after every change at the desk.
 */
export function openProposals(): Propose {
  const kept = new LRUCache<string, ReturnType<Propose>>({ max: KEPT_PROPOSALS });
  return (article) => {
    const { title, language, sections } = article;
    const words = sections.map(({ heading, passages }) => [
      heading,
      passages.map(({ text }) => text),
    ]);
    const key = seenOf([title, language, article.source.title, words]);
    const proposed = kept.get(key) ?? proposeWrittenArticle(article);
    kept.set(key, proposed);
    return proposed;
  };
}

export function viewArticle(read: ReadArticle, propose: Propose): ArticleView {
  const { article, lines } = read;
  const { title, language, people, source } = article;
  const [questions, about] = [questionsOf(article), aboutOf(article)];
  const paired = pairSentences(read, propose(article));
  return {
    title,
    language,
    publisher: source.publisher?.id ?? null,
    embargo: article.embargo ?? null,
    forReview: countForReview(article),
    lacksSpeakers: article.lacksSpeakers === true,
    about: { ...about, seen: seenOf(about) },
    people: people.map((person) => {
      return { ...person, isPublisher: person === source.publisher, seen: seenOf(person) };
    }),
    sections: article.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      summary: section.summary ?? "",
      seen: seenOfSection(section),
      passages: section.passages.map((passage) => ({
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
  return { id, text, isKeyFact, keywords, lead, note, sentences, seen: seenOfPassage(passage) };
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

export function aboutOf({ title, language, source }: Article): AboutView {
  const { publisher, author = "", publishedOn = "", url = "" } = source;
  return { title, publisher: publisher?.name ?? "", author, published: publishedOn, url, language };
}

export function seenOfSection(section: Section | undefined): string {
  return seenOf(section && [section.heading, section.summary, section.isProposed]);
}

/** Without the names and roles of those who speak: these are edited elsewhere. */
export function seenOfPassage(passage: Passage | undefined): string {
  if (!passage) return seenOf(passage);
  const { speaker, spans = [], ...rest } = passage;
  const said = spans.map((span) => ({ ...span, speaker: span.speaker?.id }));
  return seenOf({ ...rest, speaker: speaker?.id, spans: said });
}

/** A short hash of what an editor sees: an edit of anything else does not concern it. */
export function seenOf(value: object | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("base64url")
    .slice(0, 16);
}
