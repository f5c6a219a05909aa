/** A bare grammY bot that echoes every text: echo.ts webhook|runner */
import { createServer } from "node:http";
import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { run } from "@grammyjs/runner";
import { Bot, webhookCallback } from "grammy";

const { BOT_TOKEN = "", TELEGRAM_API_ROOT = "", WEBHOOK_SECRET = "" } = process.env;
const { OPERATION_PORT = "" } = process.env;

/** As often as prom-client samples, so both sides are measured alike. */
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
createServer((_request, response) => {
  response.end(`nodejs_eventloop_lag_p99_seconds ${delay.percentile(99) / 1e9}\n`);
  delay.reset();
}).listen(Number(OPERATION_PORT), "127.0.0.1");

const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
bot.on("message:text", (ctx) => ctx.reply(ctx.msg.text));
await bot.init();

if (process.argv[2] === "runner") {
  run(bot);
} else {
  const take = webhookCallback(bot, "http", { secretToken: WEBHOOK_SECRET });
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await bot.api.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: WEBHOOK_SECRET });
}
