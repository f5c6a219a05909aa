/** The bot on Telegram, or without a token the same answers in this terminal. */
import { readFileSync } from "node:fs";
import { prepareAnswers } from "./answer/answer-question.ts";
import type { Article } from "./article/article.ts";
import { loadContent } from "./cli/load-content.ts";
import { chatInTerminal } from "./cli/terminal-chat.ts";
import { readConfig, readEnvironmentFile, type Config } from "./config.ts";
import { createLog } from "./delivery/log.ts";
import { runBot } from "./delivery/run-bot.ts";
import { endOnSurprise, stopRequests } from "./delivery/shutdown.ts";
import { createBot } from "./telegram/create-bot.ts";

/** The operator or an editor has to put something right first. */
const EXIT_MISTAKE = 2;

// What is left behind at the end, such as an answer past its deadline, keeps nobody waiting.
process.exit(await main());

async function main(): Promise<number> {
  readEnvironmentFile();
  const config = readConfig(process.env, (path) => readFileSync(path, "utf8"));
  if (config.kind === "faulty") {
    for (const problem of config.problems) console.error(problem);
    return EXIT_MISTAKE;
  }
  const articles = loadContent(config.contentDir);
  if (!articles) return EXIT_MISTAKE;
  const { token } = config;
  return token === undefined ? chatInTerminal(articles) : serve({ ...config, token }, articles);
}

async function serve(
  { token, apiRoot, stateDir }: Config & { readonly token: string },
  articles: readonly Article[],
): Promise<number> {
  const log = createLog({ token, write: writeOut, now: () => new Date() });
  endOnSurprise(log);
  const signal = stopRequests(log);
  const bot = createBot({ token, apiRoot, articles, answerQuestion: prepareAnswers(articles) });

  const end = await runBot(bot, { log, signal, stateDir });
  log("ended", { why: end });
  return end === "stopped" ? 0 : 1;
}

function writeOut(line: string): void {
  process.stdout.write(line);
}
