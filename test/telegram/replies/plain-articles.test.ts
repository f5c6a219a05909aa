import { asClosest } from "../../evaluation/sample-answers.ts";
import { describe, expect, test } from "vitest";
import { answersFrom, prepareAnswers } from "../../../src/answer/answer-question.ts";
import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { answerRecord } from "../../../src/cli/answer-record.ts";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { answerReply } from "../../../src/telegram/replies/answer-reply.ts";
import { groupReply } from "../../../src/telegram/replies/group-reply.ts";
import { startReply } from "../../../src/telegram/replies/start-reply.ts";
import { wordingFor } from "../../../src/telegram/wording/wording-for.ts";
import { searchConcluding } from "../../support/sample-bot.ts";

function read(markdown: string) {
  const parsed = parseArticle(markdown, "storm.md");
  if (parsed.kind === "faulty") throw new Error("the article is faulty");
  return parsed.article;
}

const TITLE = "A storm in the valley";
/** What else an article would say. */
const MORE =
  "\nThe valley was flooded within an hour.\n\nNobody was hurt, the fire brigade said.\n\nThe mill lost its roof.\n";
const PLAIN = read(`# ${TITLE}\n\nA sluice is a gate that holds back water. It broke at night.\n`);
const HEADED = read(
  `# ${TITLE}\n\n## A second night of storms\n\nA sluice is a gate that holds back water. It broke at night.\n`,
);
const LINKED = read(
  `---\nsource: { url: https://a.example/storm }\n---\n# ${TITLE}\n\n## The gate\n\nA sluice is a gate that holds back water.\n${MORE}`,
);

const QUESTION = "What is a sluice?";

/** What an article of one passage answers, however unlikely that is. */
function answered(article: Article, question = QUESTION) {
  const answers = answersFrom([article], indexPassages([article]), {
    search: searchConcluding("answered"),
  });
  return answers.answerQuestion(question);
}

/** The text of the reply, headlines in `**`. */
function shown(article: Article, question: string): string {
  const outcome = answered(article, question);
  const { text, entities } = answerReply(outcome, wordingFor(outcome.language)).text;
  const bold = entities.filter(({ type, length }) => type === "bold" && length > 20);
  return bold.reduce((marked, { offset, length }) => {
    const words = text.slice(offset, offset + length);
    return marked.replace(words, `**${words}**`);
  }, text);
}

describe("without a publisher, a reply names no speaker", () => {
  test("on a card without a section", () => {
    expect(shown(PLAIN, QUESTION)).toBe(
      "A sluice is a gate that holds back water. It broke at night.\nReport",
    );
  });

  test("on a card with a section, in every language", () => {
    const article = { ...HEADED, language: "en" };
    const cards = (["en", "uk", "ru"] as const).map((language) => {
      const outcome = answered(article);
      return answerReply(outcome, wordingFor(language)).text.text.split("\n").slice(-2);
    });
    expect(cards).toEqual([
      ["Report", "§ A second night of storms"],
      ["Текст статті", "§ A second night of storms · англійською"],
      ["Текст статьи", "§ A second night of storms · на английском"],
    ]);
  });

  test("but the URL is linked to if it is known", () => {
    expect(shown(LINKED, QUESTION)).toMatch(/\n§ The gate · Source$/u);
  });

  test("to “who says that?”", () => {
    const answerQuestion = prepareAnswers([PLAIN]);
    const { context } = answerQuestion(QUESTION);
    const outcome = answerQuestion("Who says that?", context);
    const first = (language: "en" | "uk" | "ru") =>
      answerReply(outcome, wordingFor(language)).text.text.split("\n")[0];
    expect(first("en")).toBe("The article doesn't say whose words these are.");
    expect(first("uk")).toBe("У статті не сказано, чиї це слова.");
    expect(first("ru")).toBe("В статье не сказано, чьи это слова.");
  });

  test("to “who published it?”, which says what is not given", () => {
    expect(shown(PLAIN, "Who published it?")).toContain("Not given: publisher, author, date, link");
  });

  test.each(["What is it about?", "Who is named?", "Key facts", "Dates?"])("to %s", (question) => {
    expect(shown(PLAIN, question)).not.toMatch(/article itself|undefined| · $/mu);
  });

  test("to “who is named?”, which is no empty list", () => {
    expect(shown(PLAIN, "Who is named?")).toBe(
      "**People in this article**\n\nNo people are listed for this article.\nAsk about any of this in your own words.",
    );
  });

  test("in a group, at the start, in what is copied", () => {
    const outcome = answered(PLAIN);
    const { answer } = outcome;
    if (answer.kind !== "answered") throw new Error("the question was not answered");
    const weak = { ...outcome, answer: asClosest(answer) };
    const wording = wordingFor("en");
    expect(groupReply(weak, wording).text.text).toBe(
      "Perhaps this: A sluice is a gate that holds back water. It broke at night.",
    );
    expect(startReply({ article: PLAIN }, wording).text.text).toBe(
      `${TITLE}\n\n${wording.replies.intro}`,
    );
    const buttons = answerReply(outcome, wording).buttons.flat();
    expect(buttons.flatMap((button) => ("copy" in button ? [button.copy] : []))).toEqual([
      "A sluice is a gate that holds back water. It broke at night.",
    ]);
  });

  test("in what is copied of a quotation", () => {
    const quoted = read(
      `# ${TITLE}\n\nA sluice is a gate that holds back water. {quoted}\n${MORE}`,
    );
    const buttons = answerReply(
      prepareAnswers([quoted])(QUESTION),
      wordingFor("en"),
    ).buttons.flat();
    expect(buttons.flatMap((button) => ("copy" in button ? [button.copy] : []))).toEqual([
      "A sluice is a gate that holds back water.",
    ]);
  });

  test("in the records of scripts", () => {
    const [passage] = answerRecord(prepareAnswers([PLAIN])(QUESTION)).passages;
    expect(passage).toMatchObject({
      section: null,
      speaker: null,
      speakerName: null,
      capacity: null,
      kind: "report",
      quoted: false,
    });
  });
});

describe("a publisher known only by name has no capacity", () => {
  const article = read(
    `---\nlanguage: uk\nsource: { publisher: Вісник Веллана }\n---\n# Буря\n\nШлюз – це ворота, що тримають воду.\n`,
  );
  const answerQuestion = prepareAnswers([article]);
  const told = (question: string, language: "en" | "uk" | "ru") =>
    answerReply(answerQuestion(question), wordingFor(language)).text.text;

  test("on a card", () => {
    expect(told("Що таке шлюз?", "uk")).toContain("\nВісник Веллана · текст статті\n");
  });

  test.each([
    ["en", "Publisher: Вісник Веллана"],
    ["uk", "Видавець: Вісник Веллана"],
    ["ru", "Издатель: Вісник Веллана"],
  ] as const)("in the source, %s", (language, line) => {
    expect(told("Звідки ця стаття?", language)).toContain(`\n${line}\n`);
  });

  test("in the list of people and alone", () => {
    expect(told("Хто згаданий?", "uk")).toContain("Вісник Веллана");
    const everything = ["Хто згаданий?", "Хто такий Вісник Веллана?", "Що каже Вісник Веллана?"];
    expect(everything.map((question) => told(question, "uk")).join("\n")).not.toMatch(
      /undefined|publisher/u,
    );
  });
});

describe("the headline is about the passage, never its section", () => {
  test("none above a short passage without a lead", () => {
    expect(shown(HEADED, QUESTION)).toMatch(/^A sluice is a gate/u);
  });

  test("the sentence that answers, above a folded passage", () => {
    const filler = "Nothing much happened on that day in the valley. ".repeat(8);
    const long = read(
      `# ${TITLE}\n\n## A second night of storms\n\n${filler}A sluice is a gate that holds back water. ${filler}\n`,
    );
    expect(shown(long, QUESTION)).toMatch(/^\*\*A sluice is a gate that holds back water\.\*\*\n/u);
  });

  test("the lead, if there is one", () => {
    const led = read(
      `# ${TITLE}\n\n## Storms\n\nA sluice is a gate. {lead="A gate in the river"}\n`,
    );
    expect(shown(led, QUESTION)).toMatch(/^A gate in the river\n/u);
  });
});
