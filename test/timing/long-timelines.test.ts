import { expect, test } from "vitest";
import { timelineOf } from "../../src/answer/respond/timeline.ts";
import { packFor } from "../../src/languages/packs.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";
import { filled } from "../support/message-kinds.ts";

const LENGTH = 100_000;
/** A tenth of it is usual; the gap leaves room for a busy machine. Quadratic work takes minutes. */
const MAX_MS = 8000;

test.each([
  "20 ",
  "1–",
  "1.1.",
  "2020-",
  "20 and ",
  "May ",
  "from 3 to ",
  "between 1 and 2 ",
  "first half of ",
  "last ",
  "twenty ",
  "the end of the ",
  "1 May 2020. ",
  "1 May – 2 ",
])("the dates of 100,000 letters of %j are read in good time", (words) => {
  const text = filled(words, LENGTH);
  const began = performance.now();
  for (const language of ["en", "uk", "ru"]) packFor(language).datesIn(text);
  const passages = [samplePassage("long", text)];
  timelineOf(bridgeArticle({ sections: [{ id: "one", heading: "Ferry", passages }] }));
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});
