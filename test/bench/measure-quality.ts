import { meanReciprocalRank, percentOf } from "../../src/evaluation/measures.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import type { QuestionSet } from "../../src/evaluation/squad.ts";
import { withTypo } from "../../src/evaluation/typos.ts";
import type { Engine, Finder } from "./engine.ts";
import type { Measures } from "./measures.ts";
import { timesOf } from "./measure-times.ts";

const SEED = 20_23;

/** A question with its passage's position and its article's engine. */
type Asked = { readonly question: string; readonly right: number; readonly finder: Finder };

/** Each question searches its own article. */
export async function measureAtArticleSize(
  engine: Engine,
  set: QuestionSet,
): Promise<Pick<Measures, "quality" | "atArticleSize">> {
  const asked = await openArticles(engine, set);
  const random = seededRandom(SEED);
  const ranks = await ranksOf(asked, (question) => question);
  const typos = await ranksOf(asked, (question) => withTypo(question, random));
  return {
    quality: {
      precisionAt1: percentOf(ranks.map((rank) => rank === 1)),
      typosPrecisionAt1: percentOf(typos.map((rank) => rank === 1)),
      recallAt3: percentOf(ranks.map((rank) => rank >= 1 && rank <= 3)),
      reciprocalRank: meanReciprocalRank(ranks),
    },
    atArticleSize: await timesOf(asked),
  };
}

async function openArticles(
  engine: Engine,
  { articles, answerable }: QuestionSet,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { slug, sections } of articles) {
    const passages = sections.flatMap((section) => section.passages);
    const finder = await engine.build(passages.map(({ text }) => text));
    for (const { article, question, passage } of answerable) {
      if (article !== slug) continue;
      asked.push({ question, right: passages.findIndex(({ id }) => id === passage), finder });
    }
  }
  return asked;
}

/** 1 for the first hit, 0 if not among the first ten. */
async function ranksOf(
  asked: readonly Asked[],
  written: (question: string) => string,
): Promise<number[]> {
  const ranks: number[] = [];
  for (const { question, right, finder } of asked) {
    ranks.push((await finder.find(written(question))).indexOf(right) + 1);
  }
  return ranks;
}
