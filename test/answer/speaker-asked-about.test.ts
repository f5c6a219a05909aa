import { expect, test } from "vitest";
import {
  statementAskedAbout,
  speakerAskedAbout,
} from "../../src/answer/intent/speaker-asked-about.ts";
import { packFor } from "../../src/languages/packs.ts";

const { speech } = packFor("en");

test.each([
  ["Who says that?", ""],
  ["who said so", ""],
  ["says who?", ""],
  ["Whose opinion is this?", ""],
  ["Is that a fact or an opinion?", ""],
  ["Who said that fares will rise?", "fares will rise"],
  ["Whose words are these: quiet is the one thing we sell", "quiet is the one thing we sell"],
  ["According to whom is the berth deeper?", "is the berth deeper"],
  ["and who announced the dates?", "the dates"],
  ["When did he say that?", undefined],
  ["Who is the director?", undefined],
  ["Who will meet whom?", undefined],
])("%j asks who says %j", (question, statement) => {
  expect(statementAskedAbout(question, speech)).toBe(statement);
});

const ann = { id: "ann", name: "Ann", capacity: "captain", aliases: [] };
const bob = { id: "bob", name: "Bob", capacity: "cook", aliases: [] };

test.each([
  ["What did Ann say about Bob?", "ann"],
  ["What does Bob think about Ann?", "bob"],
  ["Why does Ann really believe that Bob lies?", "ann"],
  ["Ann's opinion on Bob", "ann"],
  ["What is the view of Bob on Ann?", "bob"],
  ["What happened, according to Bob, when Ann left?", "bob"],
  ["When will Ann meet Bob?", undefined],
  ["Bob and Ann", undefined],
])("%j asks for the words of %s", (question, speaker) => {
  const mentions = [ann, bob].flatMap((person) => {
    const match = new RegExp(`${person.name}(?:'s)?`, "u").exec(question);
    return match ? [{ person, start: match.index, end: match.index + match[0].length }] : [];
  });
  expect(speakerAskedAbout(question, mentions, speech)?.id).toBe(speaker);
});
