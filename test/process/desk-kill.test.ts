import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { seededRandom } from "../../src/evaluation/random.ts";
import { openJournal } from "../../src/desk/editorial/journal.ts";
import { temporaryFolder } from "../support/bot-process.ts";

const KILLS = 8;
const FERRY = `---
title: The ferry
people:
  ann: { name: Ann Other, capacity: captain }
---

The pier burnt. {by=ann kind=opinion}
`;

test(
  "an edit that was acknowledged survives a kill, and every version that it replaced is kept",
  { timeout: KILLS * 20_000 },
  async () => {
    const folder = temporaryFolder();
    const folders = ["content", "drafts", "journal"].map((name) => join(folder, name));
    const [, draft = "", journalDir = ""] = folders;
    for (const path of folders) mkdirSync(path);
    const file = join(draft, "ferry.md");
    writeFileSync(file, FERRY);
    const random = seededRandom(2025);

    let last = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const start = String(last + 1);
      const acknowledged = await editUntilKilled([...folders, start], random() * 300);
      expect(acknowledged).toBeGreaterThan(last);
      const read = parseArticle(readFileSync(file, "utf8"), "ferry.md");
      if (read.kind === "faulty") throw new Error("the kill left a broken file");
      // One more may have been written, and not acknowledged any more.
      const capacity = Number(read.article.people[0]?.capacity?.replace("captain ", ""));
      expect([acknowledged, acknowledged + 1]).toContain(capacity);
      const journal = openJournal(journalDir);
      for (const { before = "" } of journal.entries().slice(-20)) {
        expect(journal.textOf(before)).toContain("The pier burnt.");
      }
      last = capacity;
    }
  },
);

/** The number of the last acknowledged edit. */
async function editUntilKilled(options: readonly string[], afterMs: number): Promise<number> {
  const script = ["--import", "tsx", "test/process/desk-editor.ts"];
  const child = spawn(process.execPath, [...script, ...options]);
  let printed = "";
  child.stdout.on("data", (data: Buffer) => {
    printed += data.toString();
  });
  await once(child.stdout, "data");
  await delay(afterMs);
  child.kill("SIGKILL");
  await once(child, "close");
  const lines = printed.split("\n").slice(0, -1);
  expect(lines.every((line) => line.startsWith("done "))).toBe(true);
  return Number(lines.at(-1)?.split(" ")[1]);
}
