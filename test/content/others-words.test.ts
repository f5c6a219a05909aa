import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { createReloader } from "../../src/content/hot-reload.ts";
import { indexedHere, openContentReader } from "../../src/content/content-reader.ts";
import { openCurrentContent } from "../../src/content/current-content.ts";
import { remarksOnArticles, tellOthersWords } from "../../src/content/others-words.ts";
import { openChatMemory } from "../../src/telegram/chat-memory.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import { articleFolder } from "../support/article-folder.ts";
import { openChat } from "../support/open-chat.ts";
import { articlesIn } from "../support/sample-bot.ts";
import type { Replies } from "../support/replies.ts";

const SOURCE = "source:\n  publisher: The Vellan Packet\n";
const PAGES = {
  en: {
    head: `---\ntitle: The harbour bridge\nlanguage: en\n${SOURCE}---\n\n`,
    said: "“We have found cracks in two of the pillars,” the mayor, Ada Quist, told reporters.",
    told: "The ferry sails every half hour and costs nothing.",
  },
  uk: {
    head: `---\ntitle: Міст у гавані\nlanguage: uk\n${SOURCE}---\n\n`,
    said: "«Ми знайшли тріщини у двох опорах», — сказала мерка Ада Квіст.",
    told: "Пором ходить щопівгодини і нічого не коштує.",
  },
  ru: {
    head: `---\ntitle: Мост в гавани\nlanguage: ru\n${SOURCE}---\n\n`,
    said: "«Мы нашли трещины в двух опорах», — сказала мэр Ада Квист.",
    told: "Паром ходит каждые полчаса и ничего не стоит.",
  },
};

function articlesOf(markdown: string): readonly Article[] {
  return tellOthersWords(articlesIn(articleFolder({ "bridge.md": markdown })));
}

function openAbout(articles: readonly Article[], language = "en") {
  const { content } = openCurrentContent(indexedHere(articles));
  return openChat(
    (token, apiRoot) => createBot({ token, apiRoot, memory: openChatMemory(), ...content }),
    { user: { language_code: language } },
  );
}

function chatAbout(markdown: string, language?: string) {
  return openAbout(articlesOf(markdown), language);
}

/** Without who wrote it and the buttons. */
function textOf({ sent }: Replies): string {
  return sent.map(({ text = "" }) => text).join("\n");
}

test.each([
  ["en", "cracks in the pillars", "The article's text", "when does the ferry sail?"],
  ["uk", "тріщини в опорах", "Текст статті", "як часто ходить пором?"],
  ["ru", "трещины в опорах", "Текст статьи", "как часто ходит паром?"],
] as const)(
  "words of somebody whom no editor has named are not the publisher's report: %s",
  async (language, asked, shown, other) => {
    const { head, said, told } = PAGES[language];
    const { say } = await chatAbout(`${head}${said}\n\n${told}\n`, language);
    const line = new RegExp(`^${shown}(?!.*Vellan Packet)`, "mu");
    expect(textOf(await say(asked))).toMatch(line);
    const narrated = textOf(await say(other));
    expect(narrated).toContain(told);
    expect(narrated).toMatch(/^The Vellan Packet · /mu);
  },
);

test("“who says that?” claims nothing of the speaker", async () => {
  const { head, said, told } = PAGES.en;
  const { say } = await chatAbout(`${head}${said}\n\n${told}\n`);
  await say("cracks in the pillars");
  const text = textOf(await say("who says that?"));
  expect(text).toContain("Who says it isn't marked here");
  expect(text).not.toMatch(/Said by/u);
});

test("in an article with speakers, all is as its editors have it", async () => {
  const { head, said, told } = PAGES.en;
  const people = "people:\n  renn: { name: Tobias Renn, capacity: captain }\n";
  const named = head.replace("source:", `${people}source:`);
  const { say } = await chatAbout(`${named}${said}\n\n${told} {by=renn kind=report}\n`);
  expect(textOf(await say("cracks in the pillars"))).toMatch(/^The Vellan Packet · report/mu);
});

test("what the publisher itself says stays its own", async () => {
  const { head } = PAGES.en;
  const { say } = await chatAbout(
    `${head}“We will print the cracks in full,” The Vellan Packet said.\n`,
  );
  expect(textOf(await say("print the cracks"))).toMatch(/^The Vellan Packet · report/mu);
});

test("an article that is saved while the bot runs is told apart as well", async () => {
  const { head, said } = PAGES.en;
  const folder = articleFolder({ "bridge.md": head + said });
  const reader = openContentReader({ folder });
  const loaded = await new Promise<readonly Article[]>((resolve) => {
    const reload = createReloader(reader, async ({ articles }) => resolve(articles), {
      onReload: () => undefined,
      signal: new AbortController().signal,
    });
    void reload();
  });
  const chat = await openAbout(loaded);
  expect(textOf(await chat.say("cracks in the pillars"))).toMatch(/^The article's text/mu);
});

test("of a long article, only what is around a passage is read", () => {
  const { head, said } = PAGES.en;
  const many = Array.from({ length: 3000 }, (_, at) => `${at} ${said}`).join("\n\n");
  const [article] = articlesOf(`${head}${many}\n`);
  const [passage] = article?.sections[0]?.passages ?? [];
  const started = performance.now();
  expect(article?.othersWords?.has(passage?.id ?? "")).toBe(true);
  // All of it would take many seconds.
  expect(performance.now() - started).toBeLessThan(2000);
});

test("whoever starts the bot learns which articles name no speakers", () => {
  const { head, said } = PAGES.en;
  const people = "people:\n  quist: { name: Ada Quist, capacity: mayor }\n";
  const named = `${head.replace("source:", `${people}source:`)}${said} {by=quist kind=opinion}\n`;
  expect(remarksOnArticles(articlesOf(head + said))).toEqual([
    "no speakers are marked in bridge: npm run import -- FILE proposes who says what",
  ]);
  expect(remarksOnArticles(articlesOf(named))).toEqual([]);
  const imported = head.replace("source:", "imported: abc123\nsource:");
  expect(remarksOnArticles(articlesOf(imported + said))).toEqual([]);
});

test.each([
  ["many", "The ferry sails again.\n\n".repeat(40)],
  ["long", `${"The ferry sails again. ".repeat(200)}\n\n`.repeat(6)],
])("somebody's words are recognised after %s paragraphs, too", (_what, before) => {
  const { head, said, told } = PAGES.en;
  const [article] = articlesOf(`${head}${before}${said}\n\n${told}\n`);
  const passages = article?.sections.flatMap((section) => section.passages) ?? [];
  const others = passages.filter(({ id }) => article?.othersWords?.has(id));
  expect(others.map(({ text }) => text)).toEqual([said]);
});
