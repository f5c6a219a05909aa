import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";

const TEXT =
  "Tickets for the night boat are sold at Boats.Example, by tickets@boats.example and under 555 01 99.";

const answerQuestion = prepareAnswers([
  bridgeArticle(),
  bridgeArticle({
    slug: "boat",
    title: "What boat.example sells",
    sections: [{ id: "text", heading: "Tickets", passages: [samplePassage("tickets", TEXT)] }],
  }),
]);

test.each([
  ["What is sold at https://www.boats.example/?", "boats.example"],
  ["What is sold by TICKETS@boats.example?", "tickets@boats.example"],
  ["What does https://boat.example sell?", "boat.example"],
])("of an address in the articles, the question keeps what they have: %s", (question, kept) => {
  expect(answerQuestion(question).asked.toLowerCase()).toContain(kept);
});

test.each([
  "What is sold at https://boats.example/night?",
  "What is sold by nobody@boats.example?",
])("an address that the articles do not have as it is, is left out: %s", (question) => {
  expect(answerQuestion(question).asked.toLowerCase()).not.toContain("boats.example");
});

test("an address in another article than the one in question is left out", () => {
  const { asked } = answerQuestion("What is sold at https://boats.example?", {}, "bridge");
  expect(asked).not.toContain("boats.example");
});
