import { expect, test } from "vitest";
import { extractPage } from "../../src/import/extract/extract-page.ts";

const LEAD = "For the first time in eleven years a night ferry links Port Vellan with the island.";
const FARES =
  "A single ticket costs nine crowns, and islanders will go on paying four, the line said.";
const LAST =
  "The harbour office expects two hundred passengers a night until the end of September.";

function page(body: string, head = ""): string {
  return `<html lang="en"><head><title>The night ferry is back | The Vellan Packet</title>
    <meta property="og:site_name" content="The Vellan Packet">${head}</head><body>${body}</body></html>`;
}

function article(html: string, url?: string) {
  const extracted = extractPage(html, url);
  if (extracted.kind !== "article") throw new Error(extracted.why);
  return extracted.article;
}

function texts(body: string): string[] {
  return article(page(`<h1>The night ferry is back</h1><article>${body}</article>`)).blocks.map(
    ({ kind, text }) => (kind === "heading" ? `## ${text}` : text),
  );
}

test("a page becomes its headline, its source and its paragraphs", () => {
  const record = {
    "@type": "NewsArticle",
    headline: "Night ferry back",
    datePublished: "2025-05-03T08:00:00+02:00",
    author: { "@type": "Person", name: "By ANN LEE, AP Staff Writer" },
  };
  const html = page(
    `<nav><a href="/">Home</a></nav><h1>The night ferry is back</h1>
     <article><p class="byline">By Ann Lee</p><p>${LEAD}</p><p>${FARES}</p><p>${LAST}</p></article>`,
    `<script type="application/ld+json">${JSON.stringify(record)}</script>`,
  );
  expect(article(html, "https://packet.example/ferry")).toEqual({
    title: "The night ferry is back",
    language: "en",
    source: {
      publisher: "The Vellan Packet",
      title: "The night ferry is back",
      url: "https://packet.example/ferry",
      author: "Ann Lee",
      published: "3 May 2025",
    },
    blocks: [LEAD, FARES, LAST].map((text) => ({ kind: "paragraph", text })),
  });
});

test.each([
  [
    "links elsewhere",
    `<p>Read more: <a href="/x">Fares on the island line rise again in May</a></p>`,
  ],
  [
    "a list of related pages",
    `<h3>Related articles</h3><ul><li><a href="/x">The ferry of 1980</a></li></ul>`,
  ],
  ["an invitation", `<p>Sign up for our <a href="/n">newsletter</a> and never miss a ferry.</p>`],
  ["a credit", "<p>Photo: Tom Reed / Getty Images</p>"],
  [
    "a caption",
    "<figure><img src=a.jpg><figcaption>The ferry in the harbour.</figcaption></figure>",
  ],
  ["an advertisement", "<p>Advertisement</p>"],
  ["a pull quote", `<aside class="pullquote"><p>islanders will go on paying four</p></aside>`],
  [
    "a Ukrainian link elsewhere",
    `<p>Читайте також: <a href="/x">Ціни на квитки знову зростають</a></p>`,
  ],
  ["a Russian invitation", "<p>Подписывайтесь на наш канал в Telegram</p>"],
])("%s is no part of an article", (_what, furniture) => {
  expect(texts(`<p>${LEAD}</p>${furniture}<p>${FARES}</p><p>${LAST}</p>`)).toEqual([
    LEAD,
    FARES,
    LAST,
  ]);
});

test("headings, lists, quotations and rows of tables are part of it", () => {
  const body = `<p>${LEAD}</p><h2>Fares</h2><p>${FARES}</p>
    <p>The line gives three reasons, all of which it has given before, in April:</p>
    <ul><li>more passengers</li><li>cheaper fuel</li></ul>
    <table><tr><th>Ticket</th><th>Price</th></tr><tr><td>Single</td><td>9 crowns</td></tr>
    <tr><td>Return</td><td>16 crowns</td></tr></table>
    <p><strong>What comes next</strong></p><p>${LAST}</p>`;
  expect(texts(body)).toEqual([
    LEAD,
    "## Fares",
    FARES,
    "The line gives three reasons, all of which it has given before, in April: more passengers; cheaper fuel",
    "Single: 9 crowns",
    "Return: 16 crowns",
    "## What comes next",
    LAST,
  ]);
});

test("what introduces a quotation stays with it", () => {
  const body = `<p>${LEAD}</p><p>The director of the line said in the harbour on Monday:</p>
    <blockquote><p>“Fares will not rise.”</p></blockquote><p>${LAST}</p>`;
  expect(texts(body)[1]).toBe(
    "The director of the line said in the harbour on Monday: “Fares will not rise.”",
  );
});

const LIST = ["two ferries", "more passengers."];
const items = (all: readonly string[]) =>
  `<ul>${all.map((text) => `<li>${text}</li>`).join("")}</ul>`;

test("what introduces a list stays with it", () => {
  const body = `<p>${LEAD}</p><p>The line promises:</p>${items(LIST)}<p>${LAST}</p>`;
  expect(texts(body)).toEqual([LEAD, "The line promises: two ferries; more passengers.", LAST]);
});

test("a long list keeps its items apart, and its introduction with the first", () => {
  const long = [LEAD, FARES, LAST, `${LEAD} ${FARES}`, `${FARES} ${LAST}`, `${LAST} ${LEAD}`];
  const [first = "", ...others] = long;
  const body = `<p>${LEAD} And so on.</p><p>The line says of the next year:</p>${items(long)}<p>${LAST} End.</p>`;
  expect(texts(body).slice(1, -1)).toEqual([`The line says of the next year: ${first}`, ...others]);
});

test.each([
  ["Key points", "<h2>", "</h2>"],
  ["Three things", "<h2>", "</h2>"],
  ["Key facts:", "<p><b>", "</b></p>"],
  ["Головне", "<h3>", "</h3>"],
  ["Главное:", "<p><b>", "</b></p>"],
])("a list called “%s” in %s has the key facts, if its name says so", (name, open, close) => {
  const body = `<p>${FARES}</p>${open}${name}${close}${items([LEAD, FARES.toUpperCase()])}<p>${LAST}</p>`;
  const { blocks } = article(page(`<h1>The ferry</h1><article>${body}</article>`));
  const isNamed = name !== "Three things";
  expect(blocks.map(({ text, isKeyFact }) => [text, isKeyFact ?? false])).toEqual([
    [FARES, false],
    [name, false],
    [LEAD, isNamed],
    [FARES.toUpperCase(), isNamed],
    [LAST, false],
  ]);
});

test("a text that only the page's data has is taken from there", () => {
  const record = {
    "@type": "NewsArticle",
    headline: "The night ferry is back",
    articleBody: `${LEAD}\n\n${FARES}`,
  };
  const html = page(
    `<h1>The night ferry is back</h1><div id="app"></div>`,
    `<script type="application/ld+json">${JSON.stringify(record)}</script>`,
  );
  expect(article(html).blocks.map(({ text }) => text)).toEqual([LEAD, FARES]);
});

test("a page without a title is called by how it begins", () => {
  const { title, blocks } = article(
    `<article><p>${LEAD}</p><p>${FARES}</p><p>${LAST}</p></article>`,
  );
  expect(title).toMatch(/^For the first time in eleven years a night ferry/u);
  expect(blocks).toHaveLength(3);
});

test("the entries of a live blog are sections", () => {
  const record = {
    "@type": "LiveBlogPosting",
    headline: "The night ferry is back",
    liveBlogUpdate: [
      { "@type": "BlogPosting", headline: "It sails", articleBody: LEAD },
      { "@type": "BlogPosting", headline: "It is full", articleBody: FARES },
    ],
  };
  const html = page(
    `<h1>The night ferry is back</h1><div id="app"></div>`,
    `<script type="application/ld+json">${JSON.stringify(record)}</script>`,
  );
  expect(article(html).blocks.map(({ text }) => text)).toEqual([
    "It sails",
    LEAD,
    "It is full",
    FARES,
  ]);
});

test("a gallery is the text below its pictures", () => {
  const pictures = [LEAD, FARES, LAST].map(
    (text) => `<figure><img src="a.jpg"><figcaption>${text}</figcaption></figure>`,
  );
  const html = page(`<h1>The night ferry is back</h1>${pictures.join("")}`);
  expect(article(html).blocks.map(({ text }) => text)).toEqual([LEAD, FARES, LAST]);
});

test.each([
  [
    "no-article",
    page("<ul><li><a href=/a>One</a></li><li><a href=/b>Two</a></li></ul>".repeat(40)),
  ],
  ["login", page(`<form><input type="password"></form>`)],
  ["script-only", page(`<div id="app"></div><script src="app.js"></script>`)],
  [
    "paywall",
    page(
      "",
      `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
    ),
  ],
  ["too-complex", page("<b>x</b>".repeat(60_000))],
])("a page without an article says why: %s", (why, html) => {
  expect(extractPage(html)).toEqual({ kind: "nothing", why });
});

test.each([
  [
    "German under an English template",
    "Die Fähre fährt wieder, und die Insel ist nicht mehr allein. Das ist gut für den Hafen, sagt der Direktor, denn die Leute auf der Insel haben lange auf das Schiff gewartet.",
    "de",
  ],
  [
    "Ukrainian under an English template",
    "Пором знову ходить, і острів уже не сам. Це добре для порту, каже директор, бо люди на острові довго чекали на корабель, який не ходив.",
    "uk",
  ],
  ["English as stated", `${LEAD} ${FARES}`, "en"],
])("the language is the text's: %s", (_what, text, language) => {
  expect(
    article(page(`<h1>The night ferry is back</h1><article><p>${text}</p><p>${text}</p></article>`))
      .language,
  ).toBe(language);
});
