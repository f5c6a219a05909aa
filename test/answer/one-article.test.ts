import { expect, test } from "vitest";
import {
  prepareAnswers,
  type AnswerQuestion,
  type Outcome,
} from "../../src/answer/answer-question.ts";
import { shownPassages } from "../../src/answer/shown-passages.ts";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";

function article(slug: string, language: string, text: string): Article {
  const read = parseArticle(`---\ntitle: ${slug}\nlanguage: ${language}\n${text}\n`, `${slug}.md`);
  if (read.kind === "faulty") throw new Error(JSON.stringify(read.diagnostics));
  return read.article;
}

/** Made up; each has words, names and spellings that another has in another form. */
const ARTICLES = [
  article(
    "minister",
    "en",
    `people:
  roe: { name: Anna Roe, capacity: minister of trade, aliases: [the minister] }
questions: [When will the minister travel to Tarn?]
---

The minister will travel to Tarn on Monday. {#travel}

“We will sell more grain,” Anna Roe said. {#grain by=roe kind=opinion quoted}

Her office did not say how much the trip costs. {#office}

Farmers near the airfield want lower taxes on fuel. {#taxes}`,
  ),
  article(
    "storm",
    "en",
    `people:
  ron: { name: Anne Rowe, capacity: fire chief, aliases: [the chief] }
questions: [How many houses burned?]
---

The storm arrived in Tarn at noon and left at night. {#arrived}

“Nine houses burned down,” Anne Rowe said. {#houses by=ron kind=report quoted}

An air field was closed, and flights to Kyiv were cancelled. {#field}

Bitcoin miners lost power; a colonel and his colonial office moved. {#power}`,
  ),
  article(
    "nafta",
    "uk",
    `people:
  koval: { name: Іван Коваль, capacity: міністр, aliases: [міністр] }
---

Міністр приїде до Харкова в понеділок. {#trip by=koval kind=announcement}

«Ціна на пальне зросте», — сказав Іван Коваль. {#fuel by=koval kind=opinion quoted}

У місті відкрили новий міст через річку. {#bridge}`,
  ),
  article(
    "most",
    "ru",
    `people:
  koval: { name: Иван Ковальчук, capacity: инженер, aliases: [инженер] }
---

Инженер приехал в Харьков во вторник. {#trip by=koval kind=announcement}

«Мост построят за год», — сказал Иван Ковальчук. {#bridge by=koval kind=opinion quoted}

Топливо подорожало на пять процентов. {#fuel}`,
  ),
] as const;

const QUESTIONS = [
  "When does he arrive?",
  "When does the minister arrive?",
  "When will the minister travel?",
  "Who travels to Tarn?",
  "What did Roe say?",
  "What did Rowe say?",
  "Who is Anna Roe?",
  "who is ann row",
  "What about grain?",
  "How much does the trip cost?",
  "air field",
  "airfield?",
  "What about Kiev?",
  "Що з Києвом?",
  "bitcoin",
  "Will bitcoin go up?",
  "colonial",
  "colonel",
  "taxs on feul",
  "minster",
  "How many houses burned?",
  "Did the storm arrive?",
  "Why was the field closed?",
  "9 houses",
  "What happened on Monday?",
  "Is Bratislava mentioned?",
  "What did the chief say about grain?",
  "What did the minister say about houses?",
  "who said that?",
  "more",
  "the second one",
  "dates?",
  "people",
  "main points",
  "what is it about?",
  "source",
  "hello",
  "thanks",
  "Tarn",
  "Kyiv",
  "Koval",
  "Коваль",
  "Коли приїде міністр?",
  "Когда приедет министр?",
  "Когда приехал инженер?",
  "Що з пальним?",
  "Что с топливом?",
  "міст",
  "мост",
  "Скільки коштує пальне?",
  "Хто такий Іван Коваль?",
  "Кто такой Ковальчук?",
  "Харків",
  "Харьков",
  "паливо",
  "топливо",
  "биткоин",
  "біткоїн",
  "яка погода?",
  "ціна",
  "цена",
  "rn",
] as const;

/** Everything of an answer that a reader or a script could tell. */
function told({ answer, findings, language, corrections, context }: Outcome) {
  return {
    kind: answer.kind,
    ...("verdict" in answer && { verdict: answer.verdict }),
    ...("unknownWords" in answer && { unknownWords: answer.unknownWords }),
    ...("nextQuestions" in answer && { nextQuestions: answer.nextQuestions }),
    passages: shownPassages(answer).map(({ passage }) => passage.id),
    confidence: findings.confidence.toFixed(3),
    ranked: findings.hits.map(({ passage }) => passage.id),
    language,
    corrections,
    context,
  };
}

function askAll(answerQuestion: AnswerQuestion, slug: string) {
  return QUESTIONS.map((question) => ({ question, ...told(answerQuestion(question, {}, slug)) }));
}

const BESIDE: readonly (readonly [string, (own: Article) => readonly Article[]])[] = [
  ["others after it", (own) => [own, ...ARTICLES.filter((one) => one !== own)]],
  ["others before it", (own) => [...ARTICLES.filter((one) => one !== own), own]],
  ["others in the reverse order", () => ARTICLES.toReversed()],
];

test.each(
  BESIDE.flatMap(([name, order]) => ARTICLES.map((own) => [own.slug, name, own, order] as const)),
)("what is asked within “%s” is answered the same with %s", (slug, _name, own, order) => {
  const alone = askAll(prepareAnswers([own]), slug);
  expect(askAll(prepareAnswers(order(own)), slug)).toEqual(alone);
});

test.each(ARTICLES.map((own) => [own.slug, own] as const))(
  "a follow-up about “%s” is answered the same beside others",
  (slug, own) => {
    const talk = (answerQuestion: AnswerQuestion) => {
      const first = answerQuestion(own.language === "en" ? "Tarn?" : "Харків?", {}, slug);
      return ["who said that?", "and when?", "more", "Why?"].map((question) =>
        told(answerQuestion(question, first.context, slug)),
      );
    };
    expect(talk(prepareAnswers(ARTICLES))).toEqual(talk(prepareAnswers([own])));
  },
);

test("what others say makes no passage of the article in the conversation an answer", () => {
  const [minister, storm] = ARTICLES;
  const question = "When does the minister arrive?";
  const alone = prepareAnswers([minister])(question, { article: "minister" });
  const beside = prepareAnswers([minister, storm])(question, { article: "minister" });
  expect(told(beside)).toEqual(told(alone));
});

test("a question that only another article answers is answered from that", () => {
  const outcome = prepareAnswers(ARTICLES)("How many houses burned?", { article: "minister" });
  expect(told(outcome)).toMatchObject({ kind: "answered", passages: ["houses"] });
});
