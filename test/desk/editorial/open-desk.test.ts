import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import { openDesk } from "../../../src/desk/editorial/open-desk.ts";
import { articlesIn } from "../../support/sample-bot.ts";

test("between imports at the same time, the process does other things", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  const articles = articlesIn("content");
  const current = {
    articles: articleLookupInMemory(() => articles),
    answerInBackground: prepareAnswers(articles),
  };
  const desk = openDesk({ folders, journalDir: join(folder, "journal"), current });
  onTestFinished(desk.close);
  let beats = 0;
  const heart = setInterval(() => (beats += 1), 1);
  onTestFinished(() => clearInterval(heart));

  const importNote = async (_: unknown, at: number) => {
    const text = `Note ${at}\n\nPier ${at} burnt on Monday.\n`;
    const beatsAt: number[] = [];
    let last: unknown;
    for await (const event of desk.importDraft({ name: "note.txt", text }, "you")) {
      beatsAt.push(beats);
      last = event;
    }
    expect(last).toMatchObject({ isUpdate: false });
    return beatsAt;
  };
  const imports = await Promise.all(Array.from({ length: 5 }, importNote));
  const [, read, done] = [0, 1, 2].map((step) => new Set(imports.map((at) => at[step])).size);
  expect({ read, done }).toEqual({ read: 5, done: 5 });
});
