import type { Citation, Context, MessageAnswer } from "../answer/answer.ts";
import { type AnswerQuestion, type Outcome, prepareAnswers } from "../answer/answer-question.ts";
import { citationsOf } from "../answer/citations.ts";
import { shownPassages } from "../answer/shown-passages.ts";
import type { Article } from "../article/article.ts";
import { packFor } from "../languages/packs.ts";
import { snippetVoice } from "../search/snippet-voice.ts";
import { foldWord, wordsIn } from "../text/words.ts";
import { areaUnderRoc, percentOf, quantile } from "./measures.ts";
import type { ReaderChat, ReaderTurn } from "./reader-questions.ts";

/** One question, asked and judged. */
export type AskedByReader = {
  readonly id: string;
  readonly type: string;
  readonly question: string;
  /** Whether the article answers it. */
  readonly isAnswerable: boolean;
  readonly kind: MessageAnswer["kind"];
  /** Whether the passage is shown as one that does not seem to say what is asked. */
  readonly isNear: boolean;
  readonly confidence: number;
  /** Positions in the article of the passages shown, and of the passages as ranked, best first. */
  readonly shown: readonly number[];
  readonly ranked: readonly number[];
  readonly gold: readonly number[];
  /**
   * Whether the first passage is shown with the right speaker; missing if the set does not tell who that is, or the
   * article does not say who speaks.
   */
  readonly isRightSpeaker?: boolean;
};

/** Counts of questions; the shares are in percent. */
export type ReaderFigures = {
  readonly answerable: number;
  readonly absent: number;
  /** The first passage shown is right, and the reply is no denial. */
  readonly firstShown: number;
  readonly amongThreeShown: number;
  readonly firstRanked: number;
  readonly amongThreeRanked: number;
  /** Told that there is nothing on it in the article, though there is. */
  readonly denied: number;
  /** Told that the article does not seem to say it, with a passage near, though it does. */
  readonly shownAsNear: number;
  /** A passage is passed off as the answer to what the article does not say. */
  readonly falselyAnswered: number;
  /** Of the passages shown as the answer, those that are. */
  readonly rightOfAnswered: number;
  /** Answerable questions with the right passage shown as the answer. */
  readonly answeredRightly: number;
  /** Questions with a known speaker; and those with a right passage first and that speaker on it. */
  readonly spoken: number;
  readonly firstAndSpeaker: number;
  /** How well the confidence tells answerable questions from absent ones. */
  readonly auroc: number;
};

/** Each article is loaded by itself: nothing about it may depend on another one. */
export function askReaders(chats: readonly ReaderChat[]): AskedByReader[] {
  const answerers = new Map<Article, AnswerQuestion>();
  return chats.flatMap((chat) => {
    const answerQuestion = answerers.get(chat.article) ?? prepareAnswers([chat.article]);
    answerers.set(chat.article, answerQuestion);
    return askChat(chat, answerQuestion);
  });
}

function askChat(
  { id, article, type, turns }: ReaderChat,
  answerQuestion: AnswerQuestion,
): AskedByReader[] {
  const positions = new Map(citationsOf(article).map(({ passage }, at) => [passage.id, at]));
  const positionsOf = (passages: readonly { readonly passage: { readonly id: string } }[]) =>
    passages.map(({ passage }) => positions.get(passage.id) ?? -1);
  let context: Context = {};
  return turns.flatMap((turn, at) => {
    const outcome = answerQuestion(turn.question, context);
    context = outcome.context;
    if (!turn.isJudged) return [];
    const place = turns.length > 1 ? `${id}.${at + 1}` : id;
    const { isRightSpeaker, ...judged } = judgeTurn(turn, outcome, positionsOf);
    const isTold = isRightSpeaker !== undefined && article.people.length > 0;
    return [{ id: place, type, ...judged, ...(isTold && { isRightSpeaker }) }];
  });
}

type PositionsOf = (passages: readonly { readonly passage: { readonly id: string } }[]) => number[];

function judgeTurn(
  { question, gold, speaker }: ReaderTurn,
  { answer, findings }: Outcome,
  positionsOf: PositionsOf,
): Omit<AskedByReader, "id" | "type"> {
  return {
    question,
    isAnswerable: gold.length > 0,
    kind: answer.kind,
    isNear: answer.kind === "unsure" && answer.verdict === "near",
    confidence: findings.confidence,
    shown: positionsOf(shownPassages(answer)),
    ranked: positionsOf(findings.hits),
    gold,
    ...(speaker !== undefined && { isRightSpeaker: isSpokenBy(speaker, shownPassages(answer)[0]) }),
  };
}

/** Two names of one person share a word; so do a description and a capacity. */
function isSpokenBy(speaker: string, shown: Citation | undefined): boolean {
  if (!shown || shown.article.othersWords?.has(shown.passage.id) === true) return false;
  const person = snippetVoice(shown).speaker;
  const { terms } = packFor(shown.article.language);
  const namesIn = (text: string) =>
    wordsIn(text).flatMap((word) => (terms.isStopWord(word.text) ? [] : foldWord(word.text)));
  const wanted = new Set(namesIn(speaker));
  const stated = person ? [person.name, person.capacity ?? "", ...person.aliases] : [];
  return namesIn(stated.join(" ")).some((word) => wanted.has(word));
}

export function readerFigures(asked: readonly AskedByReader[]): ReaderFigures {
  const answerable = asked.filter(({ isAnswerable }) => isAnswerable);
  const absent = asked.filter(({ isAnswerable }) => !isAnswerable);
  const answered = asked.filter(isPassedOff);
  const spoken = answerable.filter(({ isRightSpeaker }) => isRightSpeaker !== undefined);
  return {
    answerable: answerable.length,
    absent: absent.length,
    firstShown: percentOf(answerable.map((one) => isRightAsShown(one, 1))),
    amongThreeShown: percentOf(answerable.map((one) => isRightAsShown(one, 3))),
    firstRanked: percentOf(answerable.map(({ ranked, gold }) => hasAny(gold, ranked, 1))),
    amongThreeRanked: percentOf(answerable.map(({ ranked, gold }) => hasAny(gold, ranked, 3))),
    denied: percentOf(answerable.map(({ kind }) => kind === "not-covered")),
    shownAsNear: percentOf(answerable.map(({ isNear }) => isNear)),
    falselyAnswered: percentOf(absent.map(isPassedOff)),
    rightOfAnswered: percentOf(answered.map((one) => isRightAsShown(one, 1))),
    answeredRightly: percentOf(answerable.map((one) => isPassedOff(one) && isRightAsShown(one, 1))),
    spoken: spoken.length,
    firstAndSpeaker: percentOf(
      spoken.map((one) => isRightAsShown(one, 1) && one.isRightSpeaker === true),
    ),
    auroc: areaUnderRoc(answerable.map(confidenceOf), absent.map(confidenceOf)),
  };
}

/** How many absent questions would be answered if so many of the answerable ones were. In percent. */
type TradeOff = { readonly ownAnswered: number; readonly falselyAnswered: number };

const SHARES_ANSWERED = [20, 30, 40, 50, 60, 70, 80, 90];

/** For each share of answerable questions, the false answers at the threshold that answers so many. */
export function tradeOffs(asked: readonly AskedByReader[]): TradeOff[] {
  const own = asked.filter(({ isAnswerable }) => isAnswerable).map(confidenceOf);
  const absent = asked.filter(({ isAnswerable }) => !isAnswerable).map(confidenceOf);
  return SHARES_ANSWERED.map((ownAnswered) => {
    const threshold = quantile(own, (100 - ownAnswered) / 100);
    const falselyAnswered = percentOf(absent.map((confidence) => confidence >= threshold));
    return { ownAnswered, falselyAnswered };
  });
}

const confidenceOf = ({ confidence }: AskedByReader) => confidence;

/** Whether a passage is shown as the answer, not as something near it. */
export function isPassedOff({ kind }: AskedByReader): boolean {
  return kind === "answered";
}

/** Whether one of the first passages shown is right, whatever it is called; a flat denial is never right. */
export function isRightAsShown({ kind, shown, gold }: AskedByReader, first: number): boolean {
  return kind !== "not-covered" && hasAny(gold, shown, first);
}

function hasAny(gold: readonly number[], found: readonly number[], first: number): boolean {
  return found.slice(0, first).some((position) => gold.includes(position));
}
