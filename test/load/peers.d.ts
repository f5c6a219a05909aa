/** Installed in this folder only, to measure the load. */
declare module "@grammyjs/runner" {
  import type { Bot } from "grammy";

  export function run(bot: Bot): void;
}
