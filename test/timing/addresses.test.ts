import { expect, test } from "vitest";
import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { canonicalAddress, mayBeArticle } from "../../src/article/address.ts";
import { linkedArticle } from "../../src/telegram/handlers/linked-article.ts";
import { filled } from "../support/message-kinds.ts";

const LONGEST_MESSAGE = 4096;
const MOST_LINKS = 100;
const MAX_MS = 50;

const HOSTS = ["https://packet.example/", "https://www.google.com/amp/s/", "https://t.me/"];

test.each(["a.", "a/", "a-", "%d1", "amp/", "?a=1&", "?start=a"])(
  "a message that is one address of %j is read at once",
  (piece) => {
    const urls = HOSTS.map((host) => host + filled(piece, LONGEST_MESSAGE));
    const began = performance.now();
    for (const url of urls) {
      canonicalAddress(url);
      mayBeArticle(url);
    }
    expect(performance.now() - began).toBeLessThan(MAX_MS);
  },
);

test("a message of as many links as Telegram marks is read at once", async () => {
  const links = Array.from({ length: MOST_LINKS }, (_, at) => ({
    url: `https://packet.example/${at}/${filled("a-", LONGEST_MESSAGE / 4)}`,
  }));
  const began = performance.now();
  const articles = articleLookupInMemory(() => []);
  await linkedArticle(links, { articles, username: "ask_the_article_bot" });
  expect(performance.now() - began).toBeLessThan(MAX_MS);
});
