import { expect, test } from "vitest";
import { spokenBy } from "../../../src/search/query/spoken-by.ts";
import { tinyIndex } from "../match-question.ts";
import { council, marlow } from "../sample.ts";

const text = "Rust eats steel. The council waits, it says.";
const index = tinyIndex([
  {
    text,
    speaker: marlow,
    keywords: ["salt"],
    spans: [{ start: 17, end: 34, speaker: council, kind: "announcement", quoted: "direct" }],
  },
]);

function wordsOf(person: string): string[] | undefined {
  const [passage] = index.passages;
  const spoken = passage && spokenBy(passage, person);
  return spoken && [...spoken.terms].map((id) => index.dictionary.termOf(id));
}

test("a passage is reduced to the words of one of its speakers", () => {
  expect(wordsOf("council")).toEqual(["the", "council", "wait"]);
});

test("keywords belong to the speaker of the passage", () => {
  expect(wordsOf("marlow")).toEqual(["rust", "eat", "steel", "it", "say", "salt"]);
});

test("nothing is left for somebody who says nothing in it", () => {
  expect(wordsOf("gazette")).toBeUndefined();
});

test("an added term is kept if all its words are, and moves with them", () => {
  const mixed = "The X-ray is old, the e-mail says. Send an e-mail.";
  const span = { start: 18, end: 33, kind: "announcement", quoted: "direct" } as const;
  const [passage] = tinyIndex([
    { text: mixed, speaker: marlow, spans: [{ ...span, speaker: council }] },
  ]).passages;
  const added = (person: string) => passage && spokenBy(passage, person)?.added;
  const positions = (person: string) => [added(person)?.first, added(person)?.last].map(String);
  expect(positions("council")).toEqual(["1", "2"]);
  expect(positions("marlow")).toEqual(["1,7", "2,8"]);
});
