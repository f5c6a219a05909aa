import { expect, test } from "vitest";
import { snippetVoice } from "../../src/search/snippet-voice.ts";
import { council, marlow, samplePassage } from "./sample.ts";

const text = "Rust eats steel on 3 May, and the council waits for forty days.";
const councilStarts = text.indexOf("the council");
const passage = samplePassage("p", text, {
  speaker: marlow,
  spans: [
    {
      start: councilStarts,
      end: text.length,
      speaker: council,
      kind: "announcement",
      quoted: "direct",
    },
  ],
});

function rangeOf(words: string): [number, number] {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

const sentence: [number, number] = [0, text.length];

test.each([
  ["most of what is highlighted", ["Rust", "council waits"], ["Rust", "council waits"], "council"],
  ["a number does not count without a matching word", ["Rust", "forty days"], ["Rust"], "marlow"],
  ["without any match, what is highlighted counts", ["forty days"], [], "council"],
])("the voice with the answer: %s", (_name, highlighted, matched, speaker) => {
  const snippet = {
    sentence,
    highlights: highlighted.map(rangeOf),
    matches: matched.map(rangeOf),
  };
  expect(snippetVoice({ passage, snippet }).speaker?.id).toBe(speaker);
});

test.each([
  ["steel on 3 May, and the", "marlow"],
  ["and the council waits", "council"],
])("without highlights the voice with most of “%s” counts", (words, speaker) => {
  const snippet = { sentence: rangeOf(words), highlights: [] };
  expect(snippetVoice({ passage, snippet }).speaker?.id).toBe(speaker);
});

test("only the voice of the person asked about can answer", () => {
  const snippet = { sentence, highlights: [rangeOf("council waits")] };
  expect(snippetVoice({ passage, by: "marlow", snippet }).speaker?.id).toBe("marlow");
});
