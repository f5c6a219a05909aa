import { prepareAnswers } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { escapeInLines, jsonWithoutControls } from "../text/escape-controls.ts";
import { createAnswerLine, millisecondsSince } from "./answer-line.ts";
import { answerRecord } from "./answer-record.ts";
import { ASK_USAGE, readAskOptions, type AskOptions } from "./ask-options.ts";
import { explain } from "./explain.ts";
import { findArticle } from "./find-article.ts";
import { answerLines } from "./jsonl.ts";
import { loadContent } from "../content/load-content.ts";
import { widthOf, wrapText } from "./wrap-text.ts";

/** What the user typed, or the content, has to be put right first. */
const EXIT_MISTAKE = 2;

process.stdout.on("error", tolerateBrokenPipe);
process.exitCode = await ask(readAskOptions(process.argv.slice(2)));

async function ask(options: AskOptions): Promise<number> {
  if (options.kind === "help") {
    console.log(ASK_USAGE);
    return 0;
  }
  if (options.kind === "unclear") return complain(`${options.message}\n\n${ASK_USAGE}`);

  const articles = loadContent(options.content);
  if (!articles) return EXIT_MISTAKE;
  const found = options.article === undefined ? undefined : findArticle(options.article, articles);
  if (found && "error" in found) return complain(found.error);

  if (options.kind === "stream") await answerStream(articles, found?.slug);
  else answerOnce(options, articles, found?.slug);
  return 0;
}

function complain(message: string): number {
  console.error(escapeInLines(message));
  return EXIT_MISTAKE;
}

function answerOnce(
  { question, asJson, explains }: AskOptions & { readonly kind: "question" },
  articles: readonly Article[],
  within: string | undefined,
): void {
  const answerQuestion = prepareAnswers(articles);
  const start = performance.now();
  const outcome = answerQuestion(question, undefined, within);
  const record = answerRecord(outcome);
  const ms = millisecondsSince(start);

  const width = widthOf(process.stdout);
  console.log(
    asJson
      ? jsonWithoutControls({ id: null, ...record, ms })
      : escapeInLines(wrapText(record.text, width)),
  );
  if (!explains) return;
  // Beside JSON the table goes where it does not stand in a program's way.
  const tell = asJson ? console.error : console.log;
  tell(`\n${escapeInLines(explain(outcome.findings))}`);
}

async function answerStream(
  articles: readonly Article[],
  within: string | undefined,
): Promise<void> {
  const answerLine = createAnswerLine(articles, prepareAnswers(articles), within);
  try {
    const { lines, failed } = await answerLines(process.stdin, process.stdout, answerLine);
    if (failed > 0) console.error(`${failed} of ${lines} lines were not answered: see their error`);
  } catch (error) {
    tolerateBrokenPipe(error);
  }
}

/** `ask … | head` closes the pipe early, which is nobody's mistake. */
function tolerateBrokenPipe(error: unknown): void {
  const isBrokenPipe = error instanceof Error && "code" in error && error.code === "EPIPE";
  if (!isBrokenPipe) throw error;
}
