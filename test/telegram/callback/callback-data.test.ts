import { expect, test } from "vitest";
import { referenceTo } from "../../../src/article/reference-to.ts";
import {
  readCallbackData,
  writeCallbackData,
  type PressedButton,
} from "../../../src/telegram/callback/callback-data.ts";

const article = referenceTo("a-very-long-name-of-an-article-as-long-as-they-come");
const of = referenceTo("x");
const shown = { article, passage: of, person: of };

test.each<PressedButton>([
  { ask: "question", article, of },
  { ask: "see", article, sequence: "section", of, at: 9999 },
  { ask: "list", article, sequence: "person", of, at: 0 },
  { ask: "brief", article, at: 3 },
  { ask: "vote", rating: "good", ...shown, update: 0, trace: "00000000" },
  { ask: "vote", rating: "wrong-passage", ...shown, update: 36 ** 8 - 1, trace: "7f3k2q9w" },
  { ask: "stay", article, passage: of, person: of },
  { ask: "import" },
  { ask: "draft", act: "withdraw", of, version: article },
])("%j fits into 64 bytes and survives a round trip", (button) => {
  const data = writeCallbackData(button);
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  expect(readCallbackData(data)).toEqual(button);
});

test.each([
  "",
  "see",
  "see:short:section:short:1",
  `see:${article}:chapter:${of}:1`,
  `see:${article}:section:${of}:-1`,
  `see:${article}:section:${of}:1e9`,
  `question:${article}`,
  `question:${article}:${of}:${of}`,
  `vote:splendid:${article}:${of}:${of}:1:7f3k2q9w`,
  `vote:good:${article}:${of}:${of}`,
  `vote:good:${article}:${of}:${of}:1.5:7f3k2q9w`,
  "stay",
  "import:",
  `draft:delete:${of}:${of}`,
  `draft:publish:${of}`,
  "__proto__",
  "x".repeat(64),
])("%j is rejected", (data) => {
  expect(readCallbackData(data)).toBeUndefined();
});
