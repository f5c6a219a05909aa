/** The bot on Telegram, which follows feeds of this machine in a time that runs SPEED times as fast since BEGAN. */
import { setTimeout as wait } from "node:timers/promises";
import { readConfig } from "../../src/config/config.ts";
import { openContentReader } from "../../src/content/content-reader.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { serve } from "../../src/serve.ts";

const { SPEED = "1", BEGAN = "0" } = process.env;
const [speed, began] = [Number(SPEED), Number(BEGAN)];

const config = readConfig(process.env, () => "");
if (config.kind === "faulty") throw new Error(config.problems.join("\n"));
const { token } = config;
const reader = openContentReader({ folder: config.contentDir });
const first = await loadContent(reader, { mayBeEmpty: true });
if (token === undefined || !first) throw new Error("there is no token, or no content");
process.exit(
  await serve({ ...config, token }, first, {
    allowsLocalPages: true,
    feedClock: (signal) => ({
      now: () => began + (Date.now() - began) * speed,
      sleep: (ms) => wait(ms / speed, undefined, { signal }).catch(() => undefined),
      random: () => Math.random(),
    }),
  }),
);
