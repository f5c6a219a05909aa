import { expect, test } from "vitest";
import { attributeSpeech } from "../../../src/import/attribute/attribute-speech.ts";
import { saidIn } from "./said-in.ts";

const ENGINEER = "Ruth Calder, a spokeswoman for the port, said the north pier would close in May.";

test.each([
  [ENGINEER, [["Ruth Calder", "indirect"]]],
  ["“The pier is not safe and we will not wait,” said Ruth Calder.", [["Ruth Calder", "direct"]]],
  [
    "“The pier is not safe,” Ruth Calder said. “We will close it in May, and it stays closed.”",
    [
      ["Ruth Calder", "direct"],
      ["Ruth Calder", "direct"],
    ],
  ],
  [
    "According to Ruth Calder, the north pier will close in May and reopen next year.",
    [["Ruth Calder", "indirect"]],
  ],
  [
    "Ruth Calder said the pier was “rotten from end to end” and had to close.",
    [["Ruth Calder", "mixed"]],
  ],
  [
    "The harbour police said on Monday that two boats were missing.",
    [["harbour police", "indirect"]],
  ],
  ["The ferry sails at nine every morning from the north pier.", [[null, "none"]]],
  ["The “Old Swan” opened in 1912 and burned down twice.", [[null, "none"]]],
])("%s", (paragraph, said) => {
  expect(saidIn("en", paragraph)).toEqual(said);
});

test.each([
  ["She added that the ferry would move to the south quay.", "Ruth Calder"],
  ["Calder said the ferry would move to the south quay.", "Ruth Calder"],
  ["The spokeswoman said the ferry would move to the south quay.", "Ruth Calder"],
  ["“The ferry will move to the south quay,” she said.", "Ruth Calder"],
])("who is told of before is told of again: %s", (paragraph, name) => {
  expect(saidIn("en", ENGINEER, paragraph).at(-1)?.[0]).toBe(name);
});

test("a quotation over several paragraphs is one person's", () => {
  const said = saidIn(
    "en",
    "“We counted the planks twice this winter,” Ruth Calder said. “Half of them are rotten.",
    "“I would not walk there myself, and I have worked here for thirty years.”",
  );
  expect(said.map(([name]) => name)).toEqual(["Ruth Calder", "Ruth Calder", "Ruth Calder"]);
});

test("a quotation set apart from its sentence belongs to it", () => {
  const said = saidIn(
    "en",
    "The harbour master, Owen Price, told reporters:",
    "“Nobody is allowed on the pier until the work is done.”",
  );
  expect(said).toEqual([
    ["Owen Price", "indirect"],
    ["Owen Price", "direct"],
  ]);
});

test("a name below a quotation says whose it is", () => {
  const said = saidIn(
    "en",
    "“We want our pier back before the summer is over.” — Nora Lind, shopkeeper",
  );
  expect(said.map(([name]) => name)).toEqual(["Nora Lind", "Nora Lind"]);
});

test("a quotation shown again beside the text is the same person's, with the name below it", () => {
  const words = "We counted the planks twice this winter, and half of them are rotten.";
  const said = saidIn(
    "en",
    `“${words}” Ruth Calder told the council on Monday.`,
    words,
    "Ruth Calder, spokeswoman",
    "The ferry sails at nine every morning.",
  );
  expect(said.map(([name]) => name).slice(-3)).toEqual(["Ruth Calder", "Ruth Calder", null]);
});

test("in a transcript, the name before the colon speaks until the next one", () => {
  const said = saidIn(
    "en",
    "CALDER: The pier is closed.",
    "PRICE: For how long?",
    "CALDER: Until May. Not a day longer.",
  );
  expect(said.map(([name]) => name)).toEqual(["CALDER", "PRICE", "CALDER", "CALDER"]);
});

test("one person, one id, with capacity and all names", () => {
  const { people, passages } = attributeSpeech(
    [
      ENGINEER,
      "“We had no choice,” Ms. Calder said.",
      "The spokeswoman said the work would take a year.",
    ],
    "en",
  );
  expect(people).toEqual([
    {
      id: "ruth-calder",
      name: "Ruth Calder",
      capacity: "spokeswoman for the port",
      aliases: ["Calder", "The spokeswoman"],
    },
  ]);
  expect(passages.map(({ speaker }) => speaker)).toEqual(Array(3).fill("ruth-calder"));
});

test("what a body or an office-holder says is an announcement, a view is an opinion", () => {
  const { passages } = attributeSpeech(
    [
      "The port authority said the pier will close on 3 May.",
      "“I think they should have told us years ago,” said Nora Lind, a shopkeeper.",
      "The pier was built in 1912.",
    ],
    "en",
  );
  expect(passages.map(({ kind }) => kind)).toEqual(["announcement", "opinion", "report"]);
});

test("a paragraph with two voices has none of its own", () => {
  const { passages } = attributeSpeech(
    [
      "“The pier is rotten and it has to close this spring,” said Ruth Calder. “That is a lie from beginning to end,” said Owen Price.",
    ],
    "en",
  );
  expect(passages[0]).toMatchObject({ speaker: null, kind: "report", quoted: "retold" });
  expect(passages[0]?.sentences.map(({ speaker }) => speaker)).toEqual([
    "ruth-calder",
    "owen-price",
  ]);
});

test("what is plain needs no review, what is not does", () => {
  const { passages } = attributeSpeech(
    [
      "“The pier is not safe and we will not wait,” said Ruth Calder.",
      "The ferry sails at nine every morning from the north pier.",
    ],
    "en",
  );
  expect(passages.flatMap(({ sentences }) => sentences.map(({ review }) => review))).toEqual([
    false,
    false,
  ]);
});
