import type { Article } from "../article/article.ts";
import { citationsOf } from "../answer/citations.ts";
import { foreignQuestion } from "../evaluation/evaluate-squad.ts";
import { pick, seededRandom } from "../evaluation/random.ts";
import type { ReaderChat, ReaderSet } from "../evaluation/reader-questions.ts";
import type { QuestionSet } from "../evaluation/squad.ts";

/**
 * `own`: the article answers it; `absent`: it is about the article, which does not answer; `adversarial`: the same,
 * made to look answerable; `off-topic`: about something else.
 */
export type Origin = "own" | "absent" | "adversarial" | "off-topic";

/** A question with the passages that answer it, to learn from. */
export type LabelledQuestion = {
  /** Name of its set. */
  readonly set: string;
  readonly article: Article;
  readonly question: string;
  /** The question before it in a conversation. */
  readonly background?: string;
  /** Ids of the passages that answer it; any is right. */
  readonly gold: ReadonlySet<string>;
  readonly origin: Origin;
};

const SEED = 7;
/** With only one each, the thresholds would depend on a few random questions. */
const OFF_TOPIC_FOR_EACH_OWN = 3;

/** The name of the set of encyclopedia questions. */
export const ENCYCLOPEDIA = "squad";

/** An article's own questions, adversarial ones and some of other articles. */
export function encyclopediaQuestions(set: QuestionSet): LabelledQuestion[] {
  const random = seededRandom(SEED);
  const bySlug = new Map(set.articles.map((article) => [article.slug, article]));
  const labelled = (slug: string, question: string, origin: Origin, gold: readonly string[]) => {
    const article = bySlug.get(slug);
    if (!article) return [];
    return [{ set: ENCYCLOPEDIA, article, question, gold: new Set(gold), origin }];
  };
  return [
    ...set.answerable.flatMap(({ article, question, passage }) =>
      labelled(article, question, "own", [passage]),
    ),
    ...set.adversarial.flatMap(({ article, question }) =>
      labelled(article, question, "adversarial", []),
    ),
    ...set.answerable.flatMap(({ article }) =>
      Array.from({ length: OFF_TOPIC_FOR_EACH_OWN }, () =>
        foreignQuestion(set, article, random),
      ).flatMap((question) => labelled(article, question, "off-topic", [])),
    ),
  ];
}

/** Readers' questions, and for each another article's. */
export function readersQuestions(sets: readonly ReaderSet[]): LabelledQuestion[] {
  const random = seededRandom(SEED);
  return sets.flatMap(({ name, chats }) => {
    const alone = chats.filter(({ turns, type }) => turns.length === 1 && type !== OFF_TOPIC);
    return chats.flatMap((chat) => {
      const others = alone.filter(({ article }) => article !== chat.article);
      const foreign = others.length === 0 ? undefined : pick(others, random).turns[0]?.question;
      return [
        ...turnsOf(name, chat),
        ...(foreign === undefined ? [] : [foreignTo(name, chat.article, foreign)]),
      ];
    });
  });
}

/** The type of questions about something else. */
const OFF_TOPIC = "off";

function turnsOf(set: string, { article, type, turns }: ReaderChat): LabelledQuestion[] {
  const passages = citationsOf(article).map(({ passage }) => passage.id);
  return turns.flatMap(({ question, gold, isJudged }, at) => {
    if (!isJudged) return [];
    const background = turns[at - 1]?.question;
    const origin = gold.length > 0 ? "own" : type === OFF_TOPIC ? "off-topic" : "absent";
    return [
      {
        set,
        article,
        question,
        ...(background !== undefined && { background }),
        gold: new Set(gold.flatMap((position) => passages[position] ?? [])),
        origin,
      },
    ];
  });
}

function foreignTo(set: string, article: Article, question: string): LabelledQuestion {
  return {
    set,
    article,
    question,
    gold: new Set(),
    origin: "off-topic",
  };
}
