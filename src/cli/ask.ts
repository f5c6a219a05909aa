import { createInterface } from "node:readline";
import type { Context } from "../answer/answer.ts";
import { prepareAnswers, type Outcome } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { isoDay } from "../telegram/day-of-message.ts";
import { escapeInLines, jsonWithoutControls } from "../text/escape-controls.ts";
import { createAnswerLine, millisecondsSince } from "./answer-line.ts";
import { answerRecord } from "./answer-record.ts";
import {
  complain,
  complainAboutUsage,
  defineCommand,
  EXIT_MISTAKE,
  ignoreClosedPipe,
  printLine,
  type CommandIo,
} from "./command.ts";
import { explain } from "./explain.ts";
import { answerLines } from "./jsonl.ts";
import { findArticle, loadArticles } from "./load-articles.ts";
import { widthOf, wrapText } from "./wrap-text.ts";

const SPEC = {
  name: "ask",
  usage: [
    ['npm run ask -- "question"', "answers in the terminal"],
    ["npm run ask", "answers one question after another, as in a chat, until exit"],
    [
      "npm run -s ask -- --jsonl",
      "one JSON question per line in, one JSON answer per line out, in order",
    ],
  ],
  options: {
    content: { type: "string", value: "DIR", default: "content", about: "the folder of articles" },
    article: { type: "string", value: "SLUG", about: "searches this article only" },
    explain: { type: "boolean", about: "adds how the question was read and how passages scored" },
    json: { type: "boolean", about: "prints each answer as one line of JSON" },
    jsonl: {
      type: "boolean",
      about: "reads one JSON question per line, prints one JSON answer per line",
    },
  },
  example: 'npm run ask -- --article xi-moscow-visit --explain "When is the visit?"',
} as const;

export const ask = defineCommand(SPEC, async ({ values, positionals }, io) => {
  const question = positionals.join(" ");
  if (values.jsonl === true && (question !== "" || values.explain === true)) {
    return complainAboutUsage(
      SPEC,
      io,
      "--jsonl reads its questions from stdin and does not explain",
    );
  }
  if (positionals.length > 0 && question.trim() === "") {
    return complainAboutUsage(SPEC, io, "the question is empty");
  }
  const articles = loadArticles(values.content, io);
  if (!articles) return EXIT_MISTAKE;
  const found = values.article === undefined ? undefined : findArticle(values.article, articles);
  if (found && "error" in found) return complain(io, found.error);

  const format = { asJson: values.json === true, explains: values.explain === true };
  const scope = { articles, ...(found && { within: found.slug }) };
  if (values.jsonl === true) return answerStream(scope, io);
  if (positionals.length > 0) createAnswerer(scope, format, io)(question);
  else await answerEach(createAnswerer(scope, format, io), io);
  return 0;
});

/** `within`: slug of the only article to search. */
type Scope = { readonly articles: readonly Article[]; readonly within?: string };
type Format = { readonly asJson: boolean; readonly explains: boolean };

/** Prints the answers to questions of one conversation. */
function createAnswerer(
  { articles, within }: Scope,
  format: Format,
  io: CommandIo,
): (question: string) => void {
  const answerQuestion = prepareAnswers(articles);
  let context: Context | undefined;

  return (question) => {
    const start = performance.now();
    const outcome = answerQuestion(question, { ...context, today: isoDay(new Date()) }, within);
    context = outcome.context;
    const record = answerRecord(outcome);
    const ms = millisecondsSince(start);
    printAnswer({ id: null, ...record, ms }, format, io);
    if (format.explains) printExplanation(outcome, format, io);
  };
}

function printAnswer(
  record: ReturnType<typeof answerRecord> & { readonly id: null; readonly ms: number },
  { asJson }: Format,
  { stdout }: CommandIo,
): void {
  const line = asJson
    ? jsonWithoutControls(record)
    : escapeInLines(wrapText(record.text, widthOf(stdout)));
  printLine(stdout, line);
}

function printExplanation(outcome: Outcome, { asJson }: Format, io: CommandIo): void {
  // A program that reads the JSON does not want the table in it.
  const stream = asJson ? io.stderr : io.stdout;
  printLine(stream, `\n${escapeInLines(explain(outcome, widthOf(io.stdout)))}`);
}

/** In a terminal, an empty line ends as well. */
const END = "exit";

/** Until the input ends; only a terminal gets a prompt. Ctrl+C closes the interface, as Ctrl+D does. */
async function answerEach(answer: (question: string) => void, io: CommandIo): Promise<void> {
  const { stdin, stdout } = io;
  const isTerminal = stdin.isTTY === true;
  if (isTerminal) printLine(stdout, "Ask about the articles. An empty line, exit or Ctrl+D ends.");
  const lines = createInterface({ input: stdin, ...(isTerminal && { output: stdout }) });
  const prompt = () => {
    if (isTerminal) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    const question = line.trim();
    if (question.toLowerCase() === END || (isTerminal && question === "")) break;
    if (question !== "") answer(question);
    if (isTerminal) printLine(stdout, "");
    prompt();
  }
  lines.close();
}

/** Some lines could not be answered; the others were. */
const EXIT_PARTLY_ANSWERED = 1;

async function answerStream(
  { articles, within }: Scope,
  { stdin, stdout, stderr }: CommandIo,
): Promise<number> {
  const answerLine = createAnswerLine(articles, prepareAnswers(articles), within);
  try {
    const { lines, failed } = await answerLines(stdin, stdout, answerLine);
    if (failed === 0) return 0;
    printLine(stderr, `${failed} of ${lines} lines were not answered: see their error`);
    return EXIT_PARTLY_ANSWERED;
  } catch (error) {
    ignoreClosedPipe(error);
    return 0;
  }
}
