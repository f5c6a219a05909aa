import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Article } from "../article/article.ts";
import type { Diagnostic } from "../article/diagnostic.ts";
import { readArticleFile } from "../article/loading/read-article-file.ts";
import { parseArticle } from "../article/parsing/parse-article.ts";
import { articleOfText } from "./plain-article.ts";

/** A question as a reader of a news channel would ask it. */
export type ReaderTurn = {
  readonly question: string;
  /** Positions of the passages that answer it, counted from 0 through the article; any is right. */
  readonly gold: readonly number[];
  /** Who says it, if the set tells: a name or a description. */
  readonly speaker?: string;
  /** False for a turn that only leads up to the next one. */
  readonly isJudged: boolean;
};

/** A question, or a question and its follow-ups. */
export type ReaderChat = {
  readonly id: string;
  readonly article: Article;
  /** How it was written: `cold`, `keywords`, `absent` … */
  readonly type: string;
  readonly turns: readonly ReaderTurn[];
};

export type ReaderSet = { readonly name: string; readonly chats: readonly ReaderChat[] };

export type LoadedReaderSets = {
  readonly sets: readonly ReaderSet[];
  readonly diagnostics: readonly Diagnostic[];
};

const SUFFIX = /\.?questions\.jsonl$/u;

/**
 * Every `NAME.questions.jsonl` of a folder. Its articles are in `articles`, or in a subfolder of it that is
 * called as NAME is up to its first dot. `prepare` makes of an article what readers get.
 */
export function loadReaderSets(
  folder: string,
  articles: string,
  prepare: (article: Article) => Article = (article) => article,
): LoadedReaderSets {
  const sets: ReaderSet[] = [];
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic) => void diagnostics.push(found);
  for (const file of readdirSync(folder)
    .filter((name) => SUFFIX.test(name))
    .toSorted()) {
    const name = file.replace(SUFFIX, "") || basename(folder);
    const own = join(articles, name.split(".")[0] ?? "");
    const articleOf = articleLoader(existsSync(own) ? own : articles, report, prepare);
    const chats = readChats(folder, join(folder, file), articleOf, report);
    sets.push({ name, chats });
  }
  return { sets, diagnostics };
}

type Report = (diagnostic: Diagnostic) => void;
type ArticleOf = (slug: string) => Article | undefined;

function readChats(
  folder: string,
  file: string,
  articleOf: ArticleOf,
  report: Report,
): ReaderChat[] {
  const read = readArticleFile(folder, file);
  if ("diagnostic" in read) {
    report(read.diagnostic);
    return [];
  }
  return read.text.split("\n").flatMap((text, at) => {
    if (text.trim() === "") return [];
    const line = parseLine(text);
    if (line.success) {
      const article = articleOf(line.data.article);
      return article ? [chatOf(line.data, article)] : [];
    }
    report({ file, line: at + 1, message: z.prettifyError(line.error) });
    return [];
  });
}

const turnSchema = z.object({
  q: z.string(),
  gold: z.array(z.int().min(0)).nullable(),
  speaker: z.string().nullish(),
});
const chatFields = { id: z.string(), article: z.string(), type: z.string() };
const chatSchema = z.union([
  z.object({ ...chatFields, turns: z.array(turnSchema).min(1) }),
  z.object({ ...chatFields, ...turnSchema.shape }),
]);

function parseLine(text: string) {
  return z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "this line is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(chatSchema)
    .safeParse(text);
}

function chatOf(line: z.infer<typeof chatSchema>, article: Article): ReaderChat {
  const turns = "turns" in line ? line.turns : [line];
  return {
    id: line.id,
    article,
    type: line.type,
    turns: turns.map(({ q, gold, speaker }) => ({
      question: q,
      gold: gold ?? [],
      ...(typeof speaker === "string" && { speaker }),
      isJudged: gold !== null,
    })),
  };
}

/** Loads each article once; reports one that is missing or faulty once. */
function articleLoader(
  folder: string,
  report: Report,
  prepare: (article: Article) => Article,
): ArticleOf {
  const loaded = new Map<string, Article | undefined>();
  return (slug) => {
    if (!loaded.has(slug)) {
      const article = loadArticle(folder, slug, report);
      loaded.set(slug, article && prepare(article));
    }
    return loaded.get(slug);
  };
}

/** `SLUG.md`, or `SLUG.txt`: a title and a paragraph a line. */
function loadArticle(folder: string, slug: string, report: Report): Article | undefined {
  const plain = join(folder, `${slug}.txt`);
  const file = existsSync(plain) ? plain : join(folder, `${slug}.md`);
  const read = readArticleFile(folder, file);
  if ("diagnostic" in read) {
    report(read.diagnostic);
    return undefined;
  }
  if (file === plain) return articleOfText(read.text, slug);

  const parsed = parseArticle(read.text, file);
  if (parsed.kind === "parsed") return parsed.article;
  for (const diagnostic of parsed.diagnostics) report(diagnostic);
  return undefined;
}
