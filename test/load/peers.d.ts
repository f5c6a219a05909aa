/** Installed in this folder only, when the load is measured. */
declare module "@grammyjs/runner" {
  import type { Bot } from "grammy";

  export function run(bot: Bot): void;
}
