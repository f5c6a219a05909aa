import { describe, expect, test } from "vitest";
import type { Citation } from "../../src/answer/answer.ts";
import { citationsOf } from "../../src/answer/citations.ts";
import { statementOf } from "../../src/answer/statement.ts";
import { parsed } from "../article/read.ts";

function cited(body: string, by?: string): Citation {
  const [citation] = citationsOf(parsed(body));
  if (!citation) throw new Error("no passage");
  return { ...citation, ...(by !== undefined && { by }) };
}

/** The citation with a snippet: the sentence that has these words. */
function citedAt(body: string, words: string): Citation {
  const citation = cited(body);
  const { text } = citation.passage;
  const start = text.indexOf(words);
  const from = text.lastIndexOf(". ", start) + (text.lastIndexOf(". ", start) < 0 ? 1 : 2);
  const end = text.indexOf(".", start) + 1;
  const highlights = [[start, start + words.length] as const];
  return { ...citation, snippet: { sentence: [from, end], highlights } };
}

describe("the telling sentence", () => {
  test.each([
    [
      "is the first",
      "The night ferry is to return in October. The old quay is to be closed.",
      "The night ferry is to return in October.",
    ],
    [
      "needs no other to be understood",
      "She will not sign it. Ann Other wants the berth dredged before winter.",
      "Ann Other wants the berth dredged before winter.",
    ],
    [
      "is no question",
      "Who is to pay for all of that? Holm Lines pays half of the new berth.",
      "Holm Lines pays half of the new berth.",
    ],
    [
      "is no fragment",
      "Not so. The islanders pay less than half of the fare today.",
      "The islanders pay less than half of the fare today.",
    ],
    [
      "is the one that the lead is about",
      'The council met for hours on Tuesday night. In the end the members chose to close the old quay. {lead="The quay will close"}',
      "In the end the members chose to close the old quay.",
    ],
    [
      "is a lead that is a sentence",
      'He said so. {lead="Tobias Renn wants to close the old quay for good."}',
      "Tobias Renn wants to close the old quay for good.",
    ],
    ["is no heading", 'The quay closes. {lead="A quay to be closed soon"}', "The quay closes."],
    ["is all there is", "She will not.", "She will not."],
    [
      "has no loose quotation mark",
      "“We do not do this out of love for the sea. Too few of us ever sail.” {by=renn kind=opinion quoted}",
      "We do not do this out of love for the sea.",
    ],
  ])("%s", (_which, body, statement) => {
    expect(statementOf(cited(body))).toBe(statement);
  });

  test("is shortened at a clause", () => {
    const long =
      "The council has decided to close the old quay at the end of the winter, although the islanders’ association and the ferry company had asked for a delay until the new berth is finished.";
    expect(statementOf(cited(long))).toBe(
      "The council has decided to close the old quay at the end of the winter …",
    );
  });
});

const HARBOUR =
  "The merger comes in May. [“Fares will not rise before the end of the year,” said Renn.]{by=renn} Ann Other called it [“a disgrace”]{by=ann quoted} and left the room. [“Yes,”]{by=renn} said Renn; [“no,”]{by=ann} said Other.";

describe("the words of a speaker", () => {
  test("are theirs alone", () => {
    expect(statementOf(cited(HARBOUR, "renn"))).toBe(
      "“Fares will not rise before the end of the year,” said Renn.",
    );
  });

  test("stand in their sentence if they are a fragment", () => {
    expect(statementOf(cited(HARBOUR, "ann"))).toBe(
      "Ann Other called it “a disgrace” and left the room.",
    );
  });

  test("do not stand in a sentence where somebody else speaks too", () => {
    const both = cited("[“Yes,”]{by=renn} said Renn; [“no,”]{by=ann} said Other.", "renn");
    expect(statementOf(both)).toBe("“Yes,”");
  });
});

describe("of a snippet", () => {
  test("it is the sentence, whatever comes first", () => {
    const body = "The merger comes in May of the next year. It will not please Ann Other.";
    expect(statementOf(citedAt(body, "Ann Other"))).toBe("It will not please Ann Other.");
  });

  test("what matched stays in", () => {
    const body = `${"The council was at odds for a long while, ".repeat(4)}and Ann Other left.`;
    expect(statementOf(citedAt(body, "Ann Other"))).toMatch(/^… .*and Ann Other left\.$/u);
  });
});
