import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article, Person } from "../../src/article/article.ts";
import { parsed } from "../article/read.ts";

const person = (id: string, name: string, aliases: readonly string[] = []): Person => {
  return { id, name, capacity: "", aliases };
};

/** An article with these people; its text names each of them. */
function articleWith(...people: readonly Person[]): Article {
  const article = parsed(people.map(({ name }) => `The quay was shown to ${name}.`).join("\n\n"));
  return { ...article, people };
}

const JAN = person("jan", "Jan Marsh");
const ANN = person("ann", "Ann Marsh");
const MARSH_LTD = person("ltd", "Marsh Shipping", ["Marsh"]);

test.each<[string, readonly Person[], readonly string[]]>([
  ["Marsh", [JAN, ANN], ["jan", "ann"]],
  ["marsh?", [JAN, ANN], ["jan", "ann"]],
  ["who is Mr Marsh?", [JAN, ANN], ["jan", "ann"]],
  ["Ann Marsh", [JAN, ANN], ["ann"]],
  ["Jan", [JAN, ANN], ["jan"]],
  // A whole name or alias means its bearer, not everybody with that word in their name.
  ["Marsh", [JAN, MARSH_LTD], ["ltd"]],
  ["Jan Marsh", [JAN, MARSH_LTD], ["jan"]],
])("%j among %j means %j", (question, people, meant) => {
  const { answer } = prepareAnswers([articleWith(...people)])(question);
  const asked = answer.kind === "which-person" ? answer.people.map((one) => one.person.id) : [];
  expect(answer.kind === "person" ? [answer.person.id] : asked).toEqual(meant);
});

test("somebody whom two articles introduce is one person", () => {
  const articles = ["one", "two"].map((slug) => ({ ...articleWith({ ...ANN, id: slug }), slug }));
  expect(prepareAnswers(articles)("who is Ann Marsh?").answer.kind).toBe("person");
});

test("namesakes of different articles are asked about until one article is chosen", () => {
  const articles = [
    { ...articleWith(JAN), slug: "one" },
    { ...articleWith(ANN), slug: "two" },
  ];
  const answerQuestion = prepareAnswers(articles);
  expect(answerQuestion("who is Marsh?").answer.kind).toBe("which-person");
  expect(answerQuestion("who is Marsh?", { article: "two" }).answer).toMatchObject({
    kind: "person",
    person: { id: "ann" },
  });
});
