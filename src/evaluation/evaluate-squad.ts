import { indexPassages } from "../search/index/passage-index.ts";
import type { Findings } from "../search/findings.ts";
import { parseQuestion } from "../search/query/parse-question.ts";
import { search } from "../search/search.ts";
import { snippetOf } from "../search/snippet.ts";
import { areaUnderRoc, meanReciprocalRank, median, percentOf, quantile } from "./measures.ts";
import { pick, seededRandom } from "./random.ts";
import type { AskedQuestion, QuestionSet } from "./squad.ts";
import { withTypo } from "./typos.ts";

/** In percent, except counts and times. */
export type SquadFigures = {
  readonly questions: number;
  readonly precisionAt1: number;
  readonly recallAt3: number;
  readonly reciprocalRank: number;
  /** The answer is in the first sentence shown. */
  readonly sentenceAt1: number;
  readonly typosPrecisionAt1: number;
  readonly offTopicAuroc: number;
  readonly offTopicAnswered: number;
  readonly ownAnswered: number;
  readonly adversarialAuroc: number;
  readonly adversarialAnswered: number;
  readonly medianMicroseconds: number;
  readonly p99Microseconds: number;
};

/** Any number; fixed so that runs can be compared. */
const SEED = 20_23;

type Ask = (question: string, article: string) => Findings;

export function evaluateSquad(set: QuestionSet): SquadFigures {
  const index = indexPassages(set.articles);
  const ask: Ask = (question, article) => search(parseQuestion(index, { text: question }, article));
  // Warms up the JIT before anything is timed.
  for (const { question, article } of set.answerable.slice(0, 200)) ask(question, article);

  return {
    questions: set.answerable.length,
    ...findingFigures(set, ask),
    ...refusalFigures(set, ask),
    ...timeFigures(set, ask),
  };
}

function findingFigures({ answerable }: QuestionSet, ask: Ask) {
  const random = seededRandom(SEED);
  const found = answerable.map((asked) => ask(asked.question, asked.article));
  const ranks = answerable.map((asked, number) => rankOf(asked, found[number]));
  const typos = answerable.map((asked) =>
    rankOf(asked, ask(withTypo(asked.question, random), asked.article)),
  );
  return {
    precisionAt1: percentOf(ranks.map((rank) => rank === 1)),
    recallAt3: percentOf(ranks.map((rank) => rank >= 1 && rank <= 3)),
    reciprocalRank: meanReciprocalRank(ranks),
    sentenceAt1: percentOf(answerable.map((asked, number) => showsAnswer(asked, found[number]))),
    typosPrecisionAt1: percentOf(typos.map((rank) => rank === 1)),
  };
}

/** 1 for the first hit, 0 if not found. */
function rankOf(asked: AskedQuestion, findings: Findings | undefined): number {
  return (findings?.hits ?? []).findIndex((hit) => hit.passage.id === asked.passage) + 1;
}

function showsAnswer(asked: AskedQuestion, findings: Findings | undefined): boolean {
  const passage = findings?.hits[0]?.passage;
  if (!findings || passage?.id !== asked.passage) return false;
  const [from, to] = snippetOf(passage, findings.query).sentence;
  return asked.answers.some(({ start, end }) => start >= from && end <= to);
}

function refusalFigures(set: QuestionSet, ask: Ask) {
  const random = seededRandom(SEED);
  const own = set.answerable.map((asked) => ask(asked.question, asked.article));
  const offTopic = set.answerable.map((asked) =>
    ask(foreignQuestion(set, asked.article, random), asked.article),
  );
  const adversarial = set.adversarial.map((asked) => ask(asked.question, asked.article));
  return {
    offTopicAuroc: areaUnderRoc(own.map(confidenceOf), offTopic.map(confidenceOf)),
    offTopicAnswered: percentOf(offTopic.map(isAnswered)),
    ownAnswered: percentOf(own.map(isAnswered)),
    adversarialAuroc: areaUnderRoc(own.map(confidenceOf), adversarial.map(confidenceOf)),
    adversarialAnswered: percentOf(adversarial.map(isAnswered)),
  };
}

export function foreignQuestion(set: QuestionSet, article: string, random: () => number): string {
  const foreign = set.answerable.filter((asked) => asked.article !== article);
  return foreign.length === 0 ? "" : pick(foreign, random).question;
}

const confidenceOf = (findings: Findings) => findings.confidence;
const isAnswered = (findings: Findings) => findings.verdict === "answered";

/** What a reader waits for: search, ranking, confidence and the snippet of the first hit. */
function timeFigures({ answerable }: QuestionSet, ask: Ask) {
  const times = answerable.map(({ question, article }) => {
    const start = performance.now();
    const { query, hits } = ask(question, article);
    const [first] = hits;
    if (first) snippetOf(first.passage, query);
    return 1000 * (performance.now() - start);
  });
  return { medianMicroseconds: median(times), p99Microseconds: quantile(times, 0.99) };
}
