import type { Command } from "./command.ts";

/** Each command is loaded when it is called: `ask` does not wait for what `learn` needs. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["ask", async () => (await import("./ask.ts")).ask],
  ["import", async () => (await import("./import.ts")).importArticles],
  ["eval", async () => (await import("./eval.ts")).evaluate],
  ["check-content", async () => (await import("./check-content.ts")).checkContent],
  ["gaps", async () => (await import("./gaps.ts")).gaps],
  ["trace", async () => (await import("./trace.ts")).trace],
  ["forget", async () => (await import("./forget.ts")).forget],
  ["learn", async () => (await import("./learn.ts")).learn],
  ["learn-attribution", async () => (await import("./learn-attribution.ts")).learnWhoSpeaks],
  ["count-words", async () => (await import("./count-words.ts")).countWords],
]);
