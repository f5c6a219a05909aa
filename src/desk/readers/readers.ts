import type { Article } from "../../article/article.ts";
import { parseArticle, slugOfFile } from "../../article/parsing/parse-article.ts";
import { articleIn } from "../../article/translation.ts";
import type { DayFigures, LogSummary } from "../../question-log/summarize-log.ts";
import {
  type ArticleRef,
  articlesIn,
  articleText,
  type Folders,
} from "../editorial/article-folders.ts";
import type { Editorial } from "../editorial/editorial.ts";
import type { Current } from "./answer-now.ts";
import { type QuestionAsked, type PassageChoice, passageChoices } from "./passage-choices.ts";
import { groupReaderQuestions, type GroupView } from "./reader-groups.ts";
import { type SettleAction, settle, type SettleOutcome, undoSettlement } from "./settle.ts";
import { openSettlements } from "./settlements.ts";
import { type SettledView, viewSettled } from "./settled-view.ts";
import { votedSentences, type VotedSentence } from "./voted-sentences.ts";

/** An article as the page names it. */
type NamedArticle = {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  /** None once the article is gone. */
  readonly ref: ArticleRef | undefined;
};

/** Everything on the page, for the last `days`. */
export type ReadersView = {
  /** For how many days questions are kept; `undefined` if they are not. */
  readonly keptDays: number | undefined;
  readonly days: readonly DayFigures[];
  /** Those that the groups are about, and others that are published. */
  readonly articles: readonly NamedArticle[];
  readonly groups: readonly GroupView[];
  /** How many smaller groups are left out. */
  readonly left: number;
  readonly settled: readonly SettledView[];
};

/** What readers asked, for the desk. */
export type Readers = {
  readonly view: (days: number) => Promise<ReadersView>;
  readonly choices: (slug: string, asked: QuestionAsked) => Promise<readonly PassageChoice[]>;
  readonly settle: (action: SettleAction, by: string) => SettleOutcome;
  readonly undo: (id: string, by: string) => SettleOutcome;
  /** Sentences of an article that readers say are somebody else's. */
  readonly votes: (ref: ArticleRef) => Promise<readonly VotedSentence[]>;
};

export type ReadersOptions = {
  readonly folders: Folders;
  /** Holds what was done about questions. */
  readonly journalDir: string;
  readonly editorial: Editorial;
  readonly current: Current;
  /** What the question log has; none without one. */
  readonly questions?:
    | { readonly days: number; readonly summary: () => Promise<LogSummary> }
    | undefined;
  readonly now: () => Date;
};

const DAY_MS = 24 * 60 * 60_000;
/** As many as an editor looks through; each is asked again. */
const MAX_GROUPS = 100;
/** Published articles to choose from, besides those that the groups are about. */
const MAX_OTHERS = 200;
const NOTHING: LogSummary = { days: [], missed: [] };

export function openReaders({
  folders,
  journalDir,
  editorial,
  current,
  questions,
  now,
}: ReadersOptions): Readers {
  const settlements = openSettlements(journalDir);
  const parts = { editorial, settlements, refOf, now };
  const summary = async () => (questions ? questions.summary() : NOTHING);
  const open = async () =>
    (await summary()).missed.filter(({ trace }) => !settlements.isSettled(trace.id));

  function refOf(slug: string): ArticleRef | undefined {
    return (["published", "draft"] as const)
      .flatMap((state) => articlesIn(folders, state))
      .find(({ name }) => slugOfFile(name) === slug);
  }
  /** As it is in its file, if readers are not answered from it. */
  function unpublished(slug: string): Article | undefined {
    const ref = refOf(slug);
    const read = ref && articleText(folders, ref);
    const parsed = ref && read && "text" in read ? parseArticle(read.text, ref.name) : undefined;
    return parsed?.kind === "parsed" ? parsed.article : undefined;
  }

  return {
    async view(days) {
      const since = now().getTime() - days * DAY_MS;
      const { days: all, missed } = await summary();
      const recent = (await open()).filter(({ at }) => at.getTime() >= since);
      const { groups, left } = await groupReaderQuestions(recent, current, MAX_GROUPS);
      const asked = [...new Set(groups.map(({ slug }) => slug))].filter((slug) => slug !== "");
      const published = [
        ...(await current.articles.bySlugs(asked)),
        ...(await current.articles.first(MAX_OTHERS)),
      ];
      const bySlug = new Map(published.map((article) => [article.slug, article]));
      return {
        keptDays: questions?.days,
        days: all.filter(({ day }) => Date.parse(day) + DAY_MS > since),
        articles: [...new Set([...asked, ...bySlug.keys()])].map((slug) => {
          const { title = slug, language = "" } = bySlug.get(slug) ?? unpublished(slug) ?? {};
          return { slug, title, language, ref: refOf(slug) };
        }),
        groups,
        left,
        settled: await viewSettled(settlements, missed, current),
      };
    },
    async choices(slug, asked) {
      const [published] = await current.articles.bySlugs([slug]);
      const article = published ? articleIn(published, asked.language) : unpublished(slug);
      return article ? passageChoices(article, asked, current) : [];
    },
    settle: (action, by) => settle(action, by, parts),
    undo: (id, by) => undoSettlement(id, by, parts),
    async votes({ name }) {
      const slug = slugOfFile(name);
      const about = (await open()).filter(({ trace }) => trace.shown[0]?.startsWith(`${slug}/`));
      return votedSentences(about, current);
    },
  };
}
