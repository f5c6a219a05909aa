import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Language } from "../../src/languages/language.ts";
import { bridgeArticle, samplePassage } from "../search/sample.ts";
import { articlesIn } from "../support/sample-bot.ts";

const ask = prepareAnswers(articlesIn("test/fixtures/articles"));

test.each<[Language, string, string]>([
  ["en", "What day is it?", "elsewhere"],
  ["en", "what time is it now?", "elsewhere"],
  ["en", "tell me a joke", "elsewhere"],
  ["en", "write me a poem", "elsewhere"],
  ["en", "translate this", "elsewhere"],
  ["en", "how's the weather?", "elsewhere"],
  ["en", "do you like pizza?", "elsewhere"],
  ["en", "who made you", "identity"],
  ["en", "are you chatgpt?", "identity"],
  ["en", "are you human", "identity"],
  ["uk", "яке сьогодні число?", "elsewhere"],
  ["uk", "котра година?", "elsewhere"],
  ["uk", "розкажи анекдот", "elsewhere"],
  ["uk", "яка погода?", "elsewhere"],
  ["uk", "ти хто", "identity"],
  ["uk", "хто тебе створив?", "identity"],
  ["ru", "какое сегодня число?", "elsewhere"],
  ["ru", "который час?", "elsewhere"],
  ["ru", "напиши мне стих", "elsewhere"],
  ["ru", "тебе нравится пицца?", "elsewhere"],
  ["ru", "ты кто", "identity"],
  ["ru", "кто тебя создал?", "identity"],
  ["en", "that's wrong", "complaint"],
  ["en", "no, this isn't true!", "complaint"],
  ["en", "you are stupid", "complaint"],
  ["en", "that is not what I asked", "complaint"],
  ["en", "stupid bot", "complaint"],
  ["uk", "це неправда", "complaint"],
  ["uk", "ти помиляєшся", "complaint"],
  ["uk", "тупий бот", "complaint"],
  ["uk", "ти не відповів на моє питання", "complaint"],
  ["ru", "это неправда", "complaint"],
  ["ru", "ты тупой", "complaint"],
  ["ru", "вы ошибаетесь", "complaint"],
  ["ru", "я не об этом спрашивал", "complaint"],
])("in %s %j is small talk: %s", (language, message, topic) => {
  expect(ask(message, { language }, "corn-square").answer).toMatchObject({
    kind: "small-talk",
    topic,
  });
});

test.each<[Language, string]>([
  ["en", "summary in 3 points"],
  ["en", "sum it up in two sentences"],
  ["uk", "коротко в трьох пунктах"],
  ["ru", "о чём статья в двух словах"],
  ["ru", "кратко в двух предложениях"],
])("in %s %j asks for an overview", (language, message) => {
  expect(ask(message, { language }, "harbour-ferry").answer.kind).toBe("overview");
});

const weather = prepareAnswers([
  bridgeArticle({
    sections: [
      {
        id: "storm",
        passages: [
          samplePassage("gale", "The weather on the coast will be stormy until Friday."),
          samplePassage("joke", "The mayor told a joke about the storm."),
        ],
      },
    ],
  }),
]);

test.each<[Language, string, string]>([
  ["en", "When does the trial begin?", "are you sure?"],
  ["uk", "When does the trial begin?", "ви впевнені?"],
  ["uk", "When does the trial begin?", "це правда?"],
  ["ru", "When does the trial begin?", "ты уверен?"],
  ["ru", "When does the trial begin?", "это точно правда?"],
])("in %s after an answer to %j, %j asks who says it", (language, question, doubt) => {
  const { context, answer } = ask(question, { language: "en" }, "corn-square");
  expect(answer).toMatchObject({ passage: { id: "start" } });
  expect(ask(doubt, { ...context, language }, "corn-square").answer).toMatchObject({
    passage: { id: "start" },
    asksFor: "speaker",
  });
});

test.each(["how's the weather?", "What day does the storm end?"])(
  "%j is a question if the article has it",
  (message) => {
    expect(weather(message).answer.kind).not.toBe("small-talk");
  },
);
