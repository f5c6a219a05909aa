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
  return spoken && [...spoken.terms].flatMap((id) => index.dictionary.termOf(id) || []);
}

test("a passage is reduced to the words of one of its speakers", () => {
  expect(wordsOf("council")).toEqual(["the", "council", "wait"]);
});

test("words stay where they are in the text", () => {
  const [passage] = index.passages;
  const spoken = passage && spokenBy(passage, "council");
  const term = index.dictionary.idOf("council") ?? -1;
  expect(spoken?.terms.indexOf(term)).toBe(passage?.terms.indexOf(term));
});

test("keywords belong to the speaker of the passage", () => {
  expect(wordsOf("marlow")).toEqual(["rust", "eat", "steel", "it", "say", "salt"]);
});

test("nothing is left for somebody who says nothing in it", () => {
  expect(wordsOf("gazette")).toBeUndefined();
});

test("an added term is kept if all its words are", () => {
  const mixed = "The X-ray is old, the e-mail says. Send an e-mail.";
  const span = { start: 18, end: 33, kind: "announcement", quoted: "direct" } as const;
  const [passage] = tinyIndex([
    { text: mixed, speaker: marlow, spans: [{ ...span, speaker: council }] },
  ]).passages;
  const added = (person: string) => passage && spokenBy(passage, person)?.added;
  const positions = (person: string) => [added(person)?.first, added(person)?.last].map(String);
  expect(positions("council")).toEqual(["6", "7"]);
  expect(positions("marlow")).toEqual(["1,11", "2,12"]);
});
