import { createInterface } from "node:readline";
import type { Context } from "../answer/answer.ts";
import { prepareAnswers } from "../answer/answer-question.ts";
import type { Article } from "../article/article.ts";
import { replyText } from "./reply-text.ts";
import { widthOf, wrapText } from "./wrap-text.ts";

const GREETING = `No BOT_TOKEN, so this is a chat in the terminal, with the same answers as on Telegram.
For Telegram: get a token from @BotFather and put it into .env (see .env.example).
`;

/** The bot without Telegram: a question a line on stdin. Returns the exit code. */
export async function chatInTerminal(articles: readonly Article[]): Promise<number> {
  const answerQuestion = prepareAnswers(articles);
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "> " });
  console.log(GREETING);
  const [example] = articles.flatMap((article) => article.suggestedQuestions);
  if (example !== undefined) console.log(`Ask, for instance: ${example}\n`);
  let context: Context = {};

  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      const outcome = answerQuestion(line, context);
      ({ context } = outcome);
      console.log(`\n${wrapText(replyText(outcome), widthOf(process.stdout))}\n`);
    }
    lines.prompt();
  }
  return 0;
}
