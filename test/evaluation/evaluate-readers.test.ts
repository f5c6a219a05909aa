import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  askReaders,
  readerFigures,
  tradeOffs,
  type AskedByReader,
} from "../../src/evaluation/evaluate-readers.ts";
import { loadReaderSets } from "../../src/evaluation/reader-questions.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const MILL = `The mill reopens
The old mill on the Lenn reopens in June after a fire.

Its owner, Ada Brisk, says that a new wheel cost nine thousand crowns.
`;

const jsonLines = (lines: readonly object[]) =>
  lines.map((line) => JSON.stringify(line)).join("\n");

test("questions are asked about plain text and judged by position", () => {
  const folder = folderWith({
    "mill.txt": MILL,
    "questions.jsonl": jsonLines([
      { id: "1", article: "mill", type: "cold", q: "When does the mill reopen?", gold: [0] },
      { id: "2", article: "mill", type: "cold", q: "What did the wheel cost?", gold: [0] },
      { id: "3", article: "mill", type: "absent", q: "Who won the regatta?", gold: [] },
    ]),
  });
  const { sets, diagnostics } = loadReaderSets(folder, folder);
  expect(diagnostics).toEqual([]);
  const asked = askReaders(sets.flatMap(({ chats }) => chats));
  expect(asked.map(({ shown }) => shown[0])).toEqual([0, 1, undefined]);
  expect(readerFigures(asked)).toMatchObject({
    answerable: 2,
    absent: 1,
    firstShown: 50,
    amongThreeRanked: 50,
    denied: 0,
    falselyAnswered: 0,
    answeredRightly: 50,
  });
});

test("follow-ups keep their conversation; a turn without gold is not judged", () => {
  const turns = [
    { q: "What does Ada Brisk say about the wheel?", gold: null },
    { q: "and when does it reopen?", gold: [0] },
  ];
  const folder = folderWith({
    "mill.txt": MILL,
    "mill.questions.jsonl": jsonLines([{ id: "7", article: "mill", type: "follow", turns }]),
  });
  const { sets } = loadReaderSets(folder, folder);
  expect(sets.map(({ name }) => name)).toEqual(["mill"]);
  const [first, ...others] = askReaders(sets.flatMap(({ chats }) => chats));
  expect(others).toEqual([]);
  expect(first).toMatchObject({ id: "7.2", gold: [0] });
});

test("bad lines and missing articles are reported where they are", () => {
  const folder = folderWith({
    "questions.jsonl": [
      "{not json",
      '{"id": "2", "article": "nowhere", "type": "cold", "q": "?", "gold": [1]}',
      '{"id": "3", "article": "nowhere", "type": "cold", "q": "?"}',
    ].join("\n"),
  });
  const { sets, diagnostics } = loadReaderSets(folder, folder);
  expect(sets).toMatchObject([{ chats: [] }]);
  expect(diagnostics).toEqual([
    expect.objectContaining({ line: 1, message: expect.stringContaining("not JSON") }),
    expect.objectContaining({ file: join(folder, "nowhere.md") }),
    expect.objectContaining({ line: 3 }),
  ]);
});

function askedWith(over: Partial<AskedByReader>): AskedByReader {
  const gold = over.gold ?? [];
  return {
    id: "1",
    type: "cold",
    question: "?",
    isAnswerable: gold.length > 0,
    kind: "answered",
    isNear: false,
    confidence: 0.5,
    shown: [],
    ranked: [],
    gold,
    ...over,
  };
}

test("a denial is never right, and an answer to an absent question counts against the answers", () => {
  const figures = readerFigures([
    askedWith({ gold: [1], shown: [1], ranked: [1] }),
    askedWith({ gold: [1], shown: [1], ranked: [1], kind: "not-covered" }),
    askedWith({ gold: [1], shown: [2, 1], ranked: [2, 1], kind: "unsure", isNear: true }),
    askedWith({ shown: [3] }),
  ]);
  expect(figures).toMatchObject({
    shownAsNear: 100 / 3,
    denied: 100 / 3,
    falselyAnswered: 100,
    rightOfAnswered: 50,
  });
  expect(figures.firstShown).toBeCloseTo(100 / 3);
  expect(figures.amongThreeShown).toBeCloseTo(200 / 3);
  expect(figures.firstRanked).toBeCloseTo(200 / 3);
});

test("the trade-off counts absent questions above each threshold", () => {
  const own = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((confidence) =>
    askedWith({ gold: [0], confidence }),
  );
  const absent = [0.15, 0.65].map((confidence) => askedWith({ confidence }));
  const curve = tradeOffs([...own, ...absent]);
  expect(curve.find(({ ownAnswered }) => ownAnswered === 20)?.falselyAnswered).toBe(0);
  expect(curve.find(({ ownAnswered }) => ownAnswered === 50)?.falselyAnswered).toBe(50);
  expect(curve.find(({ ownAnswered }) => ownAnswered === 90)?.falselyAnswered).toBe(50);
});
