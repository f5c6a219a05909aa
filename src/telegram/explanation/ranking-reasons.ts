import { voicesIn } from "../../article/voices.ts";
import type { Hit } from "../../search/findings.ts";
import type { Query } from "../../search/query/parse-query.ts";
import { type ScoreDetail, scoreDetails } from "../../search/ranking/score.ts";
import { ASKED_FOR, listed } from "./explanation-words.ts";

/** Why a passage scored as it did: what speaks for it, or against it with points below zero. */
export type RankingReason = {
  readonly topic: Topic;
  readonly words: string;
  readonly points: number;
};

/** Features that say the same to an editor. */
type Topic =
  | "words"
  | "sentence"
  | "order"
  | "meaning"
  | "missing"
  | "length"
  | "type"
  | "names"
  | "speaker"
  | "context"
  | "heading"
  | "lead"
  | "shown"
  | "keywords";

const TOPICS: Readonly<Record<ScoreDetail["feature"], Topic>> = {
  rarest: "words",
  engine: "words",
  nearPassage: "meaning",
  nearSentence: "meaning",
  nearMissing: "meaning",
  aboutSentence: "meaning",
  aboutPassage: "meaning",
  sentenceShare: "sentence",
  sentenceExact: "sentence",
  together: "sentence",
  bigrams: "order",
  pairs: "order",
  nearPairs: "order",
  missing: "missing",
  length: "length",
  time: "type",
  person: "type",
  number: "type",
  place: "type",
  reason: "type",
  names: "names",
  namesMissing: "missing",
  speaker: "speaker",
  context: "context",
  heading: "heading",
  lead: "lead",
  keywords: "keywords",
  nearShown: "shown",
};

/** Less explains nothing. */
const MIN_POINTS = 0.1;

/** The most important first. */
export function reasonsFor(hit: Hit, query: Query): RankingReason[] {
  const matched = query.words.filter((word) => isMatchedBy(word, hit));
  const own = withoutSpeakers(matched, hit);
  const points = new Map<Topic, number>();
  for (const detail of scoreDetails(hit.features)) {
    const topic = topicOf(detail.feature, own.length);
    points.set(topic, (points.get(topic) ?? 0) + detail.points);
  }
  return [...points]
    .filter(([, sum]) => Math.abs(sum) >= MIN_POINTS)
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .map(([topic, sum]) => {
      return { topic, words: wordsFor(topic, sum, { hit, query, matched, own }), points: sum };
    });
}

function isMatchedBy({ term }: Query["words"][number], { matchedTerms }: Hit): boolean {
  return matchedTerms.includes(term);
}

/** A word alone stands in no order, and always in a sentence. */
function topicOf(feature: ScoreDetail["feature"], matched: number): Topic {
  const topic = TOPICS[feature];
  const isOnWords = topic === "sentence" || topic === "order";
  return matched < 2 && isOnWords ? "words" : topic;
}

type Compared = {
  readonly hit: Hit;
  readonly query: Query;
  /** The words of the question that the passage has. */
  readonly matched: Query["words"];
  /** The same without names for its speaker. */
  readonly own: Query["words"];
};

function wordsFor(topic: Topic, points: number, { hit, query, matched, own }: Compared): string {
  const type = ASKED_FOR[query.answerType] ?? "what is asked for";
  switch (topic) {
    case "words":
      return shares(own, hit);
    case "sentence":
      return "has them in one sentence";
    case "order":
      return "has them close together, as the question does";
    case "meaning":
      return points < 0 ? "is about something else" : "is near in meaning";
    case "missing":
      return `lacks ${listed(written(query.words.filter((word) => !isMatchedBy(word, hit)))) || "some words of the question in its own text"}`;
    case "length":
      return points < 0 ? "is longer than most" : "is shorter than most";
    case "type":
      return `has ${type}`;
    case "names":
      return `names ${listed(written(matched.filter(({ isName }) => isName))) || "what the question names"}`;
    case "speaker":
      return "is said by somebody whom the question names";
    case "context":
      return "has words of the question in its heading, or in its speaker's name";
    case "heading":
      return "stands below a heading that has every word of the question";
    case "lead":
      return `has ${type} in its lead`;
    case "keywords":
      return "has words of the question in its lead or keywords";
    case "shown":
      return "is near the passage shown before";
  }
}

/** A name for the speaker need not be in the passage's own words. */
function withoutSpeakers(matched: Query["words"], { passage }: Hit): Query["words"] {
  const speakers = new Set(voicesIn(passage).map(({ speaker }) => speaker?.id));
  return matched.filter(({ names }) => !names.some((name) => speakers.has(name)));
}

function shares(own: Query["words"], { passage }: Hit): string {
  const words = written(own);
  if (words.length === 0) return "has words close to those of the question";
  const isLiteral = words.every((word) => hasLiterally(passage.text, word));
  const close = isLiteral ? "" : ", or words close to them";
  return `shares the ${words.length === 1 ? "word" : "words"} ${listed(words)}${close}`;
}

/** Endings that forms of a word differ in. */
const ENDING = 2;
const SHORTEST = 3;

function hasLiterally(text: string, word: string): boolean {
  const beginning = word.slice(0, Math.max(SHORTEST, word.length - ENDING));
  return text.toLowerCase().includes(beginning.toLowerCase());
}

/** As the reader wrote them, or as they were read. */
function written(words: Query["words"]): string[] {
  return [...new Set(words.map(({ word, readAs = word }) => readAs))];
}
