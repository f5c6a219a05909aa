import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { answerRecord } from "../../src/cli/answer-record.ts";

const ENGLISH = `---
title: The bridge at Orlen closes
people:
  holt: { name: Anna Holt, capacity: mayor of Orlen }
  marek: { name: Jon Marek, capacity: professor of civil engineering at Vellan University }
  weir: { name: Ida Weir, capacity: "spokeswoman for the port, Anna Holt's cousin" }
---

The bridge over the Lenn closes on Monday. A crack was found under it in March.

“We will not gamble with lives,” Holt said. {by=holt kind=announcement quoted=mixed}

She wants a temporary ferry by June. {by=holt kind=announcement}

“The steel is tired,” said Marek. {by=marek kind=opinion quoted=mixed}

Lorries will be turned away at the gate, the port says. {by=weir kind=announcement}
`;

const UKRAINIAN = `---
title: Міст у Вересні закрили
language: uk
people:
  holub: { name: Ганна Голуб, capacity: міська голова Вересня }
  marchuk: { name: Іван Марчук, capacity: професор політехніки }
---

Міст закривають із понеділка.

«Ризикувати людьми не будемо», — сказала Голуб. {by=holub kind=announcement quoted=mixed}

До червня вона обіцяє пором. {by=holub kind=announcement}

«Сталь втомилася», — каже Марчук. {by=marchuk kind=opinion quoted=mixed}
`;

const RUSSIAN = `---
title: Мост в Орловке закрыли
language: ru
people:
  golub: { name: Анна Голубь, capacity: мэр Орловки }
  marchenko: { name: Иван Марченко, capacity: профессор политехнического института }
---

Мост закрывают с понедельника.

«Рисковать людьми мы не будем», — сказала Голубь. {by=golub kind=announcement quoted=mixed}

К июню она обещает катера. {by=golub kind=announcement}

«Сталь устала», — говорит Марченко. {by=marchenko kind=opinion quoted=mixed}
`;

function askAbout(markdown: string) {
  const parsed = parseArticle(markdown, "bridge.md");
  if (parsed.kind !== "parsed") throw new Error(parsed.diagnostics[0]?.message);
  const answerQuestion = prepareAnswers([parsed.article]);
  return (question: string) => {
    const { kind, passages } = answerRecord(answerQuestion(question));
    return [kind, passages[0]?.speaker, passages[0]?.text.slice(0, 12)];
  };
}

test.each([
  ["What does the mayor say about a ferry?", "holt", "She wants a "],
  ["what did mayor holt say about the ferry", "holt", "She wants a "],
  ["What does the Vellan professor think of the steel?", "marek", "“The steel i"],
  ["what does the port spokeswoman say about lorries", "weir", "Lorries will"],
])("in English, %j is answered by %s", (question, speaker, text) => {
  expect(askAbout(ENGLISH)(question).slice(1)).toEqual([speaker, text]);
});

test.each([
  ["Що каже міська голова про пором?", "holub", "До червня во"],
  ["Що сказав професор про сталь?", "marchuk", "«Сталь втоми"],
])("in Ukrainian, %j is answered by %s", (question, speaker, text) => {
  expect(askAbout(UKRAINIAN)(question).slice(1)).toEqual([speaker, text]);
});

test.each([
  ["Что говорит мэр о катерах?", "golub", "К июню она о"],
  ["Что сказал профессор о стали?", "marchenko", "«Сталь устал"],
])("in Russian, %j is answered by %s", (question, speaker, text) => {
  expect(askAbout(RUSSIAN)(question).slice(1)).toEqual([speaker, text]);
});

test("the main points of a role are those of whoever has it", () => {
  expect(askAbout(ENGLISH)("what are the mayor's main points?")).toEqual([
    "points",
    "holt",
    "“We will not",
  ]);
});

test("a role that nobody has, or two have, is nobody's", () => {
  const ask = askAbout(ENGLISH);
  expect(ask("What does the bishop say about the bridge?")[1]).toBe(null);
  expect(ask("What does the army spokeswoman say about the bridge?")[1]).toBe(null);
});

test("a passage with a word of the topic comes before one with the name", () => {
  expect(askAbout(ENGLISH)("What does Holt say about the ferry?").slice(1)).toEqual([
    "holt",
    "She wants a ",
  ]);
});

test("what somebody says in passing is shown as near, not denied", () => {
  expect(askAbout(ENGLISH)("What does Weir say about the crack?")[0]).toBe("unsure");
});

test("a topic that only others speak of is denied", () => {
  expect(askAbout(ENGLISH)("What does Holt say about lorries?")[0]).toBe("not-covered");
});

test("how long somebody says it takes is no question of who they are", () => {
  expect(askAbout(ENGLISH)("What does Holt say about how long she has to work?")[0]).not.toBe(
    "person",
  );
});
