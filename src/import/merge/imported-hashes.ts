import { createHash } from "node:crypto";
import type { Article, Passage, Person, Section } from "../../article/article.ts";
import { spanBraces, passageBraces } from "../../article/writing/write-attributes.ts";

/** A paragraph that changes mostly begins as before. */
const OPENING_WORDS = 5;

/**
 * What an article consists of, each piece as a text: an article keeps hashes of what import wrote, so that the
 * next import can tell which pieces an editor has changed since.
 */
export const PIECES = {
  title: ({ title }: Article) => `title ${title}`,
  source: ({ source }: Article) =>
    `source ${JSON.stringify([source.publisher?.id, source.title, source.url, source.author, source.publishedOn])}`,
  person: ({ id, name, capacity, aliases }: Person) =>
    `person ${JSON.stringify([id, name, capacity, aliases])}`,
  personId: ({ id }: Person) => `person-id ${id}`,
  embargo: ({ embargo }: Pick<Article, "embargo">) => `embargo ${embargo}`,
  question: (question: string) => `question ${question}`,
  heading: ({ heading = "" }: Section) => `heading ${heading}`,
  summary: ({ heading = "", summary = "", isProposed }: Section) =>
    `summary ${JSON.stringify([heading, summary, isProposed])}`,
  text: ({ text }: Passage) => `text ${text}`,
  opening: ({ text }: Passage) => `opening ${text.split(" ").slice(0, OPENING_WORDS).join(" ")}`,
  passage: passagePiece,
};

/** A passage with all its attributes, whoever is the publisher. */
function passagePiece(passage: Passage, publisher: Person | undefined): string {
  if (isBare(passage, publisher)) return `bare ${passage.text}`;
  const braces = passageBraces(passage, { id: undefined, publisher: undefined });
  const spans = (passage.spans ?? []).map(
    (span) =>
      `${span.start} ${span.end} ${span.speaker?.id} ${spanBraces(span, passage, undefined)}`,
  );
  return `passage ${[passage.text, passage.speaker?.id, braces, ...spans].join("\n")}`;
}

function isBare(passage: Passage, publisher: Person | undefined): boolean {
  const hasBraces = passageBraces(passage, { id: undefined, publisher }) !== "";
  return passage.speaker?.id === publisher?.id && !hasBraces && !passage.spans;
}

const HASH_LENGTH = 6;

/** Six characters tell the pieces of one article apart. */
function pieceHash(piece: string): string {
  const digest = createHash("sha256").update(piece).digest("hex");
  return Number.parseInt(digest.slice(0, 12), 16)
    .toString(36)
    .slice(-HASH_LENGTH)
    .padStart(HASH_LENGTH, "0");
}

/** The hashes of people that import adds to an article written by hand. */
export function hashesOfPeople(people: readonly Person[]): string {
  return people.map((person) => pieceHash(PIECES.person(person))).join(" ");
}

/** The hashes of all pieces of an article as import wrote it. */
export function importedHashes(article: Article): string {
  const { sections, people, suggestedQuestions, source, embargo } = article;
  const pieces = [
    PIECES.title(article),
    PIECES.source(article),
    ...(embargo === undefined ? [] : [PIECES.embargo({ embargo })]),
    ...people.flatMap((person) => [PIECES.person(person), PIECES.personId(person)]),
    ...suggestedQuestions.map(PIECES.question),
    ...sections.flatMap((section) => [PIECES.heading(section), PIECES.summary(section)]),
    ...sections.flatMap(({ passages }) =>
      passages.flatMap((passage) => [
        PIECES.text(passage),
        PIECES.opening(passage),
        PIECES.passage(passage, source.publisher),
      ]),
    ),
  ];
  return [...new Set(pieces.map(pieceHash))].join(" ");
}

/** Tells which pieces of an article are as import wrote them. */
export function importedPieces({ imported = "" }: Article): (piece: string) => boolean {
  const hashes = new Set(imported.split(" "));
  return (piece) => hashes.has(pieceHash(piece));
}
