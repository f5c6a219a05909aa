import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Mistake } from "../../src/article/mistake.ts";
import { openContent, watchContent } from "../../src/delivery/live-content.ts";
import { articlesIn } from "../support/sample-bot.ts";

function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), "ask-the-article-"));
  const ending = new AbortController();
  onTestFinished(() => {
    ending.abort();
    rmSync(folder, { recursive: true, force: true });
  });
  const save = (hour: string) =>
    writeFileSync(join(folder, "ferry.md"), `# Ferry\n\nThe night ferry leaves at ${hour}.\n`);
  save("nine");
  const { content, replace } = openContent(articlesIn(folder));
  const reloads: (readonly Mistake[])[] = [];
  watchContent(folder, replace, {
    onReload: (mistakes) => reloads.push(mistakes),
    signal: ending.signal,
  });
  const text = () => content.articles()[0]?.sections[0]?.passages[0]?.text;
  const found = (question: string) =>
    content.answerQuestion(question).findings.hits[0]?.passage.text;
  return { folder, content, save, reloads, text, found };
}

test("what is saved answers next", async () => {
  const { save, reloads, text, found } = openFolder();
  save("ten");
  await vi.waitFor(() => expect(reloads).toEqual([[]]));
  expect(text()).toBe("The night ferry leaves at ten.");
  expect(found("When does the night ferry leave?")).toBe("The night ferry leaves at ten.");
});

test("a mistake is told, and the version before it goes on answering", async () => {
  const { folder, reloads, text } = openFolder();
  writeFileSync(join(folder, "other.md"), "---\ntitle: [\n---\n\nText.\n");
  await vi.waitFor(() => expect(reloads).toHaveLength(1));
  expect(reloads[0]?.[0]?.file).toBe(join(folder, "other.md"));
  expect(text()).toBe("The night ferry leaves at nine.");
});

test("several steps of one save are one reload", async () => {
  const { save, reloads, text } = openFolder();
  for (const hour of ["ten", "eleven", "twelve"]) save(hour);
  await vi.waitFor(() => expect(reloads).toHaveLength(1));
  expect(text()).toBe("The night ferry leaves at twelve.");
});

test("a question with somebody's address in it is not kept, others are", () => {
  const { content } = openFolder();
  const isKept = (question: string) =>
    content.answerQuestion(question) === content.answerQuestion(question);
  expect(isKept("When does the ferry leave?")).toBe(true);
  expect(isKept("When does the ferry leave? Write to anna.k@example.org")).toBe(false);
  expect(isKept("When does the ferry leave? Call +47 123 45 678")).toBe(false);
});
