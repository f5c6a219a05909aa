import { expect, test } from "vitest";
import { encyclopediaQuestions, readersQuestions } from "../../src/training/labelled-questions.ts";
import { LABELLED, MARKET, READERS, SQUAD, STORM } from "./training-questions.ts";

function readers() {
  return readersQuestions([READERS]).filter(({ set }) => set === "readers");
}

/** A question as it was asked about its own article. */
function asked(question: string) {
  const chat = READERS.chats.find(({ turns }) => turns.some((turn) => turn.question === question));
  return readers().find((one) => one.question === question && one.article === chat?.article);
}

test.each([
  ["When did the storm hit the mill?", "own", ["storm-0"]],
  ["When does the market close?", "own", ["market-0", "market-1"]],
  ["How much will the roof cost?", "absent", []],
  ["Best phone?", "off-topic", []],
] as const)("what a reader asked, “%s”, is %s", (question, origin, gold) => {
  expect(asked(question)).toMatchObject({ origin, gold: new Set(gold) });
});

test("what is not judged is not learned from", () => {
  expect(asked("Thank you!")).toBeUndefined();
});

test("a question in a conversation has the one before it as its background", () => {
  expect(asked("Was anybody hurt?")?.background).toBe("When did the storm hit the mill?");
  expect(asked("When did the storm hit the mill?")).not.toHaveProperty("background");
});

test("for every chat a question that was asked alone about another article is off topic", () => {
  const alone = new Map([
    [STORM, ["When does the market close?", "Thank you!"]],
    [MARKET, ["How much will the roof cost?"]],
  ]);
  const foreign = readers().filter(
    ({ origin, question }) => origin === "off-topic" && question !== "Best phone?",
  );
  expect(foreign).toHaveLength(READERS.chats.length);
  for (const { article, question, gold } of foreign) {
    expect(alone.get(article)).toContain(question);
    expect(gold.size).toBe(0);
  }
});

test("a set about one article has nobody else's questions", () => {
  const chats = READERS.chats.filter(({ article }) => article === STORM);
  const origins = readersQuestions([{ name: "one", chats }]).map(({ origin }) => origin);
  expect(origins).toEqual(["own", "own", "absent"]);
});

test("an encyclopedia's questions are its own, made to look answerable, or of another article", () => {
  const questions = encyclopediaQuestions(SQUAD);
  const of = (wanted: string) => questions.filter(({ origin }) => origin === wanted);
  expect(of("own")).toHaveLength(SQUAD.answerable.length);
  expect(of("adversarial").map(({ question }) => question)).toEqual(
    SQUAD.adversarial.map(({ question }) => question),
  );
  expect(of("off-topic")).toHaveLength(3 * SQUAD.answerable.length);
  for (const { article, gold } of of("own")) {
    const ids = article.sections.flatMap(({ passages }) => passages.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining([...gold]));
  }
  for (const { article, question } of of("off-topic")) {
    const own = SQUAD.answerable.filter((one) => one.article === article.slug);
    expect(own.map((one) => one.question)).not.toContain(question);
  }
});

test("the same sets always lead to the same questions", () => {
  expect([...encyclopediaQuestions(SQUAD), ...readersQuestions([READERS])]).toEqual(LABELLED);
});
