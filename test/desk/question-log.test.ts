import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { runBot } from "../../src/delivery/run-bot.ts";
import { startDesk } from "../../src/desk/start-desk.ts";
import { openQuestionLog } from "../../src/question-log/open-question-log.ts";
import { runCommand } from "../cli/run-command.ts";
import { firstContentIn } from "../support/first-content.ts";

const FOLDER = "test/fixtures/articles";
const log = () => {};

/** A question log in a file, and a preview that writes it. */
async function startPreview(file?: string) {
  const questions =
    file === undefined
      ? undefined
      : openQuestionLog({ file, days: 7, log, now: () => new Date("2026-05-04T13:00:00Z") });
  const desk = await startDesk({
    folders: { published: FOLDER, draft: join(FOLDER, "drafts") },
    journalDir: join(FOLDER, "journal"),
    first: firstContentIn(FOLDER),
    port: 0,
    log,
    run: runBot,
    questions,
  });
  return {
    url: desk.url,
    close: async () => {
      await desk.close();
      await questions?.close();
    },
  };
}

/** What the page shows of the private chat. */
async function stateOf(url: string): Promise<string> {
  const controller = new AbortController();
  const { body } = await fetch(`${url}/events`, { signal: controller.signal });
  const { value } = (await body?.getReader().read()) ?? {};
  controller.abort();
  return new TextDecoder().decode(value);
}

async function say(url: string, text: string): Promise<void> {
  const body = JSON.stringify({ do: "say", chat: "private", text });
  const response = await fetch(`${url}/act`, { method: "POST", headers: { Origin: url }, body });
  expect(response.status).toBe(200);
}

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "questions.jsonl");
}

test("without a token the preview keeps the question log, one start after another", async () => {
  const file = temporaryFile();
  for (const question of ["Will bitcoin go up?", "Who won the chess match?"]) {
    const preview = await startPreview(file);
    await say(preview.url, question);
    await vi.waitFor(() => expect(readFileSync(file, "utf8")).toContain(question), 8000);
    await preview.close();
    // Ids of answers count on from the second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  const { stdout } = await runCommand("gaps", [file]);
  expect(stdout).toContain("Will bitcoin go up?");
  expect(stdout).toContain("Who won the chess match?");
  expect(stdout).toContain("2 of 2 answers");
});

test("the page says what is stored, and lets its reader try the operators' commands", async () => {
  const preview = await startPreview(temporaryFile());
  onTestFinished(preview.close);
  await vi.waitFor(async () => expect(await stateOf(preview.url)).toContain('"gaps"'), 8000);
  await say(preview.url, "/privacy");
  await say(preview.url, "/gaps");
  await vi.waitFor(async () => {
    expect(await stateOf(preview.url)).toContain("For 7 days: the text of your question");
    expect(await stateOf(preview.url)).toContain("No question went unanswered");
  }, 8000);
});

test("without a question log the page says that nothing is saved, and has no such commands", async () => {
  const preview = await startPreview();
  onTestFinished(preview.close);
  await say(preview.url, "/privacy");
  await vi.waitFor(
    async () => expect(await stateOf(preview.url)).toContain("Your questions are not saved"),
    8000,
  );
  expect(await stateOf(preview.url)).not.toContain('"gaps"');
});
