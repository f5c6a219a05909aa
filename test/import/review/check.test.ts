import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { openFolder } from "../open-folder.ts";

const HEAD = `---
title: The harbour bridge stays closed
language: en
source:
  publisher: packet
people:
  packet: { name: The Vellan Packet, capacity: newspaper }
  quist: { name: Ada Quist, capacity: mayor, aliases: [the mayor] }
  renn: { name: Tobias Renn, capacity: director of the port }
---

`;
const MAYOR = "“We have found cracks in two of the pillars,” the mayor, Ada Quist, told reporters.";
const SHUT = "The bridge was shut on Monday morning.";
const BYPASS = "“Nobody should drive over it,” Quist said.";

async function check(body: string, ...options: string[]) {
  const folder = openFolder();
  const file = folder.save("bridge.md", HEAD + body);
  const { stdout, stderr, code } = await folder.run("--check", file, ...options);
  const found = stdout.trim().split("\n");
  const shown = found.map((line) => line.replace(file, "FILE").replace(/\d+ %/u, "N %"));
  return { ...folder, file, stdout, stderr, code, shown };
}

test("sentences that import would give to others are listed with their lines; nothing is written", async () => {
  const body = `${MAYOR} {by=renn kind=opinion}\n\n${SHUT} {by=quist kind=opinion}\n\n${BYPASS}\n`;
  const { shown, code, folder, read } = await check(body);
  expect(code).toBe(0);
  expect(shown.slice(0, -1).toSorted()).toEqual([
    `FILE:12: the file has Tobias Renn, import Ada Quist (N % sure): ${MAYOR}`,
    `FILE:14: the file has Ada Quist, import nobody (N % sure): ${SHUT}`,
    `FILE:16: the file has nobody, import Ada Quist (N % sure): ${BYPASS}`,
  ]);
  expect(shown.at(-1)).toBe(
    "FILE: import agrees on 0 of 3 sentences: it has nobody for 1, another speaker for 1, somebody for 1 that nobody says",
  );
  expect(readdirSync(folder)).toEqual(["bridge.md"]);
  expect(read("bridge.md")).toBe(HEAD + body);
});

test("the surer import is, the earlier", async () => {
  const body = `${BYPASS}\n\n${MAYOR}\n\n${SHUT} {by=quist kind=opinion}\n`;
  const { stdout } = await check(body, "--json");
  const { differences } = JSON.parse(stdout);
  const confidences = differences.map((one: { confidence: number }) => one.confidence);
  expect(confidences).toHaveLength(3);
  expect(confidences).toEqual(confidences.toSorted((one: number, other: number) => other - one));
});

test("what agrees is not listed: names, surnames, spans and what is nobody's", async () => {
  const { shown } = await check(
    `${MAYOR} {by=quist kind=opinion quoted=mixed}\n\n${SHUT} [${BYPASS}]{by=quist quoted}\n`,
  );
  expect(shown).toEqual(["FILE: import agrees on 3 of 3 sentences"]);
});

test("names agree in any case", async () => {
  const folder = openFolder();
  const markdown = `---\ntitle: Міст закрито\nlanguage: uk\npeople:\n  gayova: { name: Оксана Гайова, capacity: мерка }\n---\n\nЗа словами Оксани Гайової, міст буде закрито до жовтня. {by=gayova kind=opinion}\n`;
  const { stdout } = await folder.run("--check", folder.save("mist.md", markdown));
  expect(stdout).toContain("agrees on 1 of 1");
});

test("a digest need not name who speaks, and the check says so", async () => {
  const digest = HEAD.replace("language: en", "language: en\ntext: digest");
  const folder = openFolder();
  const file = folder.save("bridge.md", `${digest}${SHUT} {by=quist kind=opinion}\n`);
  expect((await folder.run("--check", file)).stdout).toContain("a digest need not say who speaks");
});

test.each([
  ["page.html", "<html><body><p>Text.</p></body></html>", "there is no article on this page"],
  ["note.txt", `A title\n${SHUT}\n`, "only an article in Markdown has speakers to compare"],
  ["bridge.uk.md", `# Міст\n\n${SHUT}\n`, "a translation takes its speakers from the article"],
  ["faulty.md", `${HEAD}One <br> two.\n`, "is HTML"],
])("%s cannot be compared, which a sentence says", async (name, text, sentence) => {
  const { save, run } = openFolder();
  const file = save(name, text);
  const { stderr, code } = await run("--check", file);
  expect({ stderr, code }).toEqual({ stderr: expect.stringContaining(sentence), code: 1 });
  const { stdout } = await run("--check", file, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ file, error: expect.stringContaining(sentence) });
});
