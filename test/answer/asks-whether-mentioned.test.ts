import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

function about(language: string, text: string) {
  const people =
    "people:\n  osk: { name: Marta Osk, capacity: mayor, aliases: [Osk, the mayor] }\n  lund: { name: Per Lund, capacity: doctor, aliases: [Lund] }\n";
  const read = parseArticle(
    `---\ntitle: Kesten\nlanguage: ${language}\n${people}---\n\n${text}\n`,
    "kesten.md",
  );
  if (read.kind === "faulty") throw new Error("the article is faulty");
  return prepareAnswers([read.article]);
}

const ask = about(
  "en",
  `The COVID-19 rules ended a week ago, and the police flew an F-16 over the harbour at 9 a.m. {#rules}

Insulation of old houses costs 7 percent more, the council of Kesten found. {#insulation}

Kesten beat Tarn 3–1 after the council had voted 61 to 38 for the stadium. {#votes}

“The heat is a burden,” Marta Osk said. {#heat by=osk kind=opinion quoted}

The ferry leaves from platform 3 from 3/5/2026 on. {#ferry}`,
);

test.each([
  ["is COVID19 mentioned", "rules"],
  ["Is covid-19 mentioned in the article?", "rules"],
  ["is insulation discussed?", "insulation"],
  ["Is the insulation of houses covered here?", "insulation"],
  ["are the police named at all?", "rules"],
  ["Was the stadium mentioned anywhere?", "votes"],
  ["does it mention insulation?", "insulation"],
  ["Does the article discuss the stadium?", "votes"],
  ["does this text say anything about insulation", "insulation"],
  ["is there any mention of the stadium?", "votes"],
  // Few digits are a topic beside their unit, or in the order of the article.
  ["9am", "rules"],
  ["at 9 a.m.?", "rules"],
  ["7 percent", "insulation"],
  ["7%", "insulation"],
  ["3-1", "votes"],
  ["61 to 38", "votes"],
])("%j finds what it names", (question, id) => {
  expect(ask(question).answer).toMatchObject({ kind: "answered", passage: { id } });
});

test.each([
  ["is Bratislava mentioned?", ["Bratislava"]],
  ["does it mention bitcoin?", ["bitcoin"]],
  ["is there any mention of NATO?", ["NATO"]],
])("%j names only what is missing", (question, unknownWords) => {
  expect(ask(question).answer).toMatchObject({ kind: "not-covered", unknownWords });
});

test("another of a kind is at most near", () => {
  expect(ask("is there an F-35?").answer).toMatchObject({ kind: "unsure", verdict: "near" });
});

test.each(["is Marta Osk quoted?", "is the mayor mentioned?", "does it mention Osk?"])(
  "%j asks for the person",
  (question) => {
    expect(ask(question).answer).toMatchObject({ kind: "person", person: { id: "osk" } });
  },
);

test.each(["2+2", "12", "3", "5 3"])("%j alone asks nothing", (question) => {
  expect(ask(question).answer.kind).toBe("not-covered");
});
