import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { prepareAnswers } from "../answer/answer-question.ts";
import { evaluateGolden } from "../evaluation/evaluate-golden.ts";
import { evaluateSquad } from "../evaluation/evaluate-squad.ts";
import { loadGolden } from "../evaluation/load-golden.ts";
import { loadPages } from "../evaluation/page-set.ts";
import { loadReaderSets } from "../evaluation/reader-questions.ts";
import { squadTable } from "../evaluation/squad-table.ts";
import { proposeForArticle } from "../import/propose-for-article.ts";
import { complain, defineCommand, EXIT_MISTAKE, printLine, type CommandIo } from "./command.ts";
import { goldenTable } from "./golden-table.ts";
import { loadArticles, printDiagnostics } from "./load-articles.ts";
import { pagesTable } from "./pages-table.ts";
import { readersTable } from "./readers-table.ts";
import { loadSquad } from "./squad-file.ts";

const SPEC = {
  name: "eval",
  usage: [
    ["npm run eval", "asks the golden questions of every article"],
    ["npm run eval -- --squad FILE", "asks a question set in SQuAD 2.0 format"],
    ["npm run eval -- --news DIR", "asks readers' questions about articles as they come"],
    ["npm run eval -- --pages DIR", "finds the articles on pages of article-extraction-benchmark"],
  ],
  options: {
    content: {
      type: "string",
      value: "DIR",
      default: "content",
      about: "the folder of articles and their *.questions.yaml",
    },
    squad: { type: "string", value: "FILE", about: "asks a set in SQuAD 2.0 format instead" },
    news: { type: "string", value: "DIR", about: "asks the *.questions.jsonl of a folder instead" },
    articles: { type: "string", value: "DIR", about: "where their articles are, if not there" },
    imported: {
      type: "boolean",
      about: "with --news: who says what in the articles is as import proposes",
    },
    pages: { type: "string", value: "DIR", about: "finds the articles on these pages instead" },
    verbose: {
      type: "boolean",
      short: "v",
      about: "with --news or --pages: lists the misses as well",
    },
  },
  maxArguments: 0,
  example: "npm run eval -- --content test/fixtures/articles",
} as const;

export const evaluate = defineCommand(SPEC, ({ values }, io) => {
  const { content, squad, news, articles = news, pages } = values;
  const { imported = false, verbose = false } = values;
  if (pages !== undefined) return extractPages(pages, verbose, io);
  if (news !== undefined && articles !== undefined)
    return askReaderSets({ news, articles, imported, verbose }, io);
  return squad === undefined ? askGolden(content, io) : askSquad(squad, io);
});

const EXAMPLE = '- { ask: "Will it rain?", kind: off-topic, expect: not-covered }';

/** Wrong answers are not a failure: the command exists to show them. */
function askGolden(content: string, io: CommandIo): number {
  const articles = loadArticles(content, io);
  if (!articles) return EXIT_MISTAKE;

  const { sets, diagnostics } = loadGolden(content, articles);
  printDiagnostics(diagnostics, io);
  if (sets.length === 0 && diagnostics.length === 0) {
    const name = join(content, `${articles[0]?.slug}.questions.yaml`);
    return complain(
      io,
      `${content} has no golden questions: write some to ${name}, one a line, such as ${EXAMPLE}`,
    );
  }
  const answerQuestion = prepareAnswers(articles);
  for (const set of sets) {
    printLine(io.stdout, `${goldenTable(evaluateGolden(set, answerQuestion))}\n`);
  }
  return diagnostics.length > 0 ? EXIT_MISTAKE : 0;
}

function askSquad(file: string, io: CommandIo): number {
  const set = loadSquad(file, io);
  if (!set) return EXIT_MISTAKE;
  printLine(io.stdout, squadTable(evaluateSquad(set)));
  return 0;
}

/** What pages state of their articles, written down by hand. */
const PAGE_FACTS = "test/evaluation/pages/page-facts.jsonl";

function extractPages(folder: string, verbose: boolean, io: CommandIo): number {
  if (!existsSync(join(folder, "ground-truth.json"))) {
    return complain(
      io,
      `${folder} has no ground-truth.json: name a folder of article-extraction-benchmark`,
    );
  }
  printLine(io.stdout, pagesTable(loadPages(folder, PAGE_FACTS), verbose));
  return 0;
}

type ReaderSetOptions = {
  readonly news: string;
  readonly articles: string;
  readonly imported: boolean;
  readonly verbose: boolean;
};

function askReaderSets(options: ReaderSetOptions, io: CommandIo): number {
  const { news, articles, imported, verbose } = options;
  const unreadable = [news, articles].find((folder) => !isFolder(folder));
  if (unreadable !== undefined) return complain(io, `${unreadable} is not a folder`);

  const { sets, diagnostics } = loadReaderSets(
    news,
    articles,
    imported ? (article) => proposeForArticle(article).article : undefined,
  );
  printDiagnostics(diagnostics, io);
  if (sets.length === 0) {
    return complain(io, `${news} has no readers' questions: write them to NAME.questions.jsonl`);
  }
  for (const set of sets) printLine(io.stdout, `${readersTable(set, verbose)}\n`);
  return diagnostics.length > 0 ? EXIT_MISTAKE : 0;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
