import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../../src/answer/answer-question.ts";
import type { Article } from "../../../src/article/article.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { createBot } from "../../../src/telegram/create-bot.ts";
import { openChat } from "../../support/open-chat.ts";

const FERRY = `---
title: The night ferry
source: { publisher: The Vellan Packet }
---

A night ferry links Port Vellan with the island.

A single ticket costs nine crowns. {#fares}
`;

function article(markdown: string): Article {
  const parsed = parseArticle(markdown, "ferry.md");
  if (parsed.kind === "faulty") throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.article;
}

/** A chat in which the article changes after the answer. */
async function pressAfter(corrected: string, button: string) {
  let articles: readonly Article[] = [article(FERRY)];
  const chat = await openChat((token, apiRoot) =>
    createBot({
      token,
      apiRoot,
      articles: articleLookupInMemory(() => articles),
      answerQuestion: prepareAnswers(articles),
    }),
  );
  const { shown } = await chat.say("How much is a single ticket?");
  expect(shown).toContain("<b>nine</b> crowns");
  articles = [article(corrected)];
  return (await chat.press(button)).shown;
}

const OUT_OF_DATE = "This answer is out of date: the article has been corrected since.";

test("a button of a card says so when the article has been corrected since", async () => {
  expect(await pressAfter(FERRY.replace("nine", "eleven"), "👍")).toContain(OUT_OF_DATE);
});

test("so it does when the passage has been taken out", async () => {
  const without = FERRY.replace(/A single.*/u, "The fares are not known.");
  expect(await pressAfter(without, "👎")).toContain(OUT_OF_DATE);
});

test("a correction elsewhere in the article makes no card out of date", async () => {
  expect(await pressAfter(FERRY.replace("night ferry links", "ferry links"), "👍")).not.toContain(
    OUT_OF_DATE,
  );
});
