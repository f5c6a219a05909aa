import { expect, test } from "vitest";
import { smallTalkIn, withoutCourtesies } from "../../src/answer/intent/small-talk.ts";
import { packFor } from "../../src/languages/packs.ts";

const english = packFor("en");

test.each([
  ["hi", "greeting"],
  ["Hello there!!", "greeting"],
  ["good evening", "greeting"],
  ["thx", "thanks"],
  ["Thank you so much, that helped.", "thanks"],
  ["bye!", "goodbye"],
  ["Are you a real person?", "identity"],
  ["who are you", "identity"],
  ["What can you do?", "abilities"],
  ["/help", "abilities"],
  ["how are you?", "feelings"],
  ["ok, got it", "agreement"],
  ["👍", "no-words"],
  ["", "no-words"],
  ["?!", "no-words"],
])("%j is %s", (message, topic) => {
  expect(smallTalkIn(message, english)).toBe(topic);
});

test.each([
  "Hi, when is the visit?",
  "who are you quoting here",
  "what can you tell me about NATO",
  "Is this a peace plan?",
  "thank who?",
  "high",
])("%j is a question", (message) => {
  expect(smallTalkIn(message, english)).toBeUndefined();
});

test.each([
  ["Hi! When does it start?", "When does it start?"],
  ["Good morning, everyone: who pays?", "who pays?"],
  ["Thanks. And the price?", "And the price?"],
  ["hello, thanks, when?", "when?"],
  ["Hi there", "Hi there"],
  ["Greatness matters", "Greatness matters"],
])("%j without its courtesies is %j", (message, question) => {
  expect(withoutCourtesies(message, english)).toBe(question);
});
