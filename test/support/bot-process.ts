import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import {
  type SimulatorOptions,
  startTelegramSimulator,
} from "../../src/telegram-simulator/telegram-simulator.ts";
import { chatAt } from "./chat-at.ts";
import { repliesTo } from "./replies.ts";

/** Long enough for a busy machine, and shorter than a test's timeout. */
const PATIENCE_MS = 15_000;

export type Environment = Readonly<Record<string, string>>;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A child process with only the given environment. */
export function run(command: readonly string[], environment: Environment) {
  const [file = "", ...args] = command;
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(file, args, { env: { PATH, HOME, ...environment } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<number | string>((resolve) => {
    child.on("close", (code, signal) => resolve(code ?? signal ?? "nothing"));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, printed: () => printed };
}

export const MAIN = ["node", "src/start.mjs"];

/** The Telegram simulator, a reader's chat in it, and a way to start bots on it. */
export async function openTelegram(options: SimulatorOptions = {}) {
  const telegram = await startTelegramSimulator(options);
  onTestFinished(telegram.close);
  const environment: Environment = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    STATE_DIR: temporaryFolder(),
  };
  const user = telegram.simulateUser(telegram.createUser());
  const start = (command = MAIN, more: Environment = {}) =>
    run(command, { ...environment, ...more });
  return {
    telegram,
    environment,
    user,
    chat: chatAt(telegram, user),
    start,
    replies: () => repliesTo(user),
  };
}

export const eventually = (check: () => void | Promise<void>, timeout = PATIENCE_MS) =>
  vi.waitFor(check, { timeout, interval: 20 });

export function expectNothingPrivate(printed: string, ...secrets: string[]): void {
  for (const secret of secrets) expect(printed).not.toContain(secret);
}
