import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseEntry,
  timeOf,
  formatEntry,
  type LogEntry,
} from "../../src/question-log/log-entry.ts";
import { RATINGS } from "../../src/feedback/vote.ts";
import { sampleTrace } from "../support/sample-trace.ts";

const AT = new Date("2026-05-04T13:47:11.123Z");

test("an answer and a vote take one line each, with the hour only", () => {
  expect(formatEntry({ kind: "answer", at: AT, trace: sampleTrace() })).toMatchInlineSnapshot(
    `"{"at":"2026-05-04T13:00Z","trace":"7f3k2q9w","question":"How much is a ticket?","language":"en","kind":"answered","verdict":"answered","confidence":0.93,"article":"harbour-ferry","shown":["harbour-ferry/fares"],"candidates":[["harbour-ferry/fares",3.21],["harbour-ferry/route",0.4]]}"`,
  );
  const vote = { trace: "7f3k2q9w", rating: "wrong-person" } as const;
  expect(formatEntry({ kind: "vote", at: AT, vote })).toMatchInlineSnapshot(
    `"{"at":"2026-05-04T13:00Z","trace":"7f3k2q9w","judgement":"wrong-person"}"`,
  );
});

/** Any text: line breaks, control characters, lone surrogates. */
const anyText = fc.string({ unit: "binary" }).map((text) => `${text}\u2028\n\uD800`);
const anyTrace = fc.record(
  {
    id: anyText,
    question: anyText,
    language: anyText,
    kind: anyText,
    verdict: anyText,
    confidence: fc.double({ noNaN: true, noDefaultInfinity: true }).map((figure) => figure + 0),
    article: anyText,
    shown: fc.array(anyText),
    candidates: fc.array(
      fc.record({ passage: anyText, score: fc.integer().map((score) => score / 1000) }),
    ),
  },
  {
    requiredKeys: [
      "id",
      "question",
      "language",
      "kind",
      "verdict",
      "confidence",
      "shown",
      "candidates",
    ],
  },
);
const anyEntry = fc.oneof(
  fc.record({ kind: fc.constant("answer" as const), trace: anyTrace }),
  fc.record({
    kind: fc.constant("vote" as const),
    vote: fc.record({ trace: anyText, rating: fc.constantFrom(...RATINGS) }),
  }),
);

test("any question is one line of JSON in valid UTF-8 and survives a round trip", () => {
  const at = new Date("2026-05-04T13:00Z");
  fc.assert(
    fc.property(anyEntry, (written) => {
      const entry: LogEntry = { ...written, at };
      const line = formatEntry(entry);
      expect(line).not.toContain("\n");
      const stored = Buffer.from(line, "utf8").toString("utf8");
      expect(parseEntry(stored)).toEqual({ kind: "entry", entry });
      expect(timeOf(stored)).toEqual(at);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["", "is not a JSON object"],
  ["[1", "is not a JSON object"],
  ["null", "is not a JSON object"],
  ["{}", "`at` has to be a time as in 2026-05-04T13:00Z"],
  [
    '{"at":"yesterday","trace":"a","judgement":"good"}',
    "`at` has to be a time as in 2026-05-04T13:00Z",
  ],
  [
    '{"at":"2026-05-04T13:00Z","trace":"a","judgement":"fine"}',
    "`judgement` has to be one of good, bad",
  ],
  ['{"at":"2026-05-04T13:00Z","trace":"a","question":7}', "`question` has to be a text"],
  ['{"version":2,"at":"2026-05-04T13:00Z","id":"a"}', "is of a newer version of the bot"],
])("%s is unreadable", (line, why) => {
  expect(parseEntry(line)).toEqual({ kind: "unreadable", why: expect.stringContaining(why) });
});

test("unknown fields of a later version are ignored", () => {
  const line = '{"at":"2026-05-04T13:00Z","trace":"a","judgement":"good","mood":"fair"}';
  expect(parseEntry(line)).toMatchObject({
    kind: "entry",
    entry: { vote: { trace: "a", rating: "good" } },
  });
});
