import type { Random } from "../../src/evaluation/random.ts";
import { FARES, ferryPage, LEAD, SUMMER } from "./made-up-page.ts";

const RECORD = `<script type="application/ld+json">${JSON.stringify({
  "@type": "NewsArticle",
  headline: "The night ferry is back",
  datePublished: "2025-05-03",
  author: [{ "@type": "Person", name: "Ann Lee" }],
  articleBody: [LEAD, FARES, SUMMER].join("\n"),
})}</script>`;
const UKRAINIAN =
  "Уперше за одинадцять років нічний пором сполучає порт із островом, повідомила лінія.";

/** Damage done to a page, or a page that is nothing but damage. */
type Mangle = (page: string, pick: (below: number) => number) => string;

const DEEP = [
  "div",
  "blockquote",
  "span",
  "b",
  "a href=x",
  "ul><li",
  "table><tr><td",
  "p",
  "section",
  "em",
];
const STRAY =
  "< > </p> </div> <p <div class= \" ' <!-- --> <![CDATA[ ]]> <script> </script> <style> <table> <tr> <td> </table> <svg> <title> <textarea> <plaintext> <template> <frameset> <form> <select> &#xD800; &#x110000; &#0; &amp &lt;b&gt; \u0000 \u202e \ufeff \u2028 <base href=//x> <meta charset=utf-7> {#x} {by=x} <!doctype <html> </html> </body>".split(
    " ",
  );

const MANGLES: Readonly<Record<string, Mangle>> = {
  cut: (page, pick) => page.slice(0, pick(page.length)),
  "starts late": (page, pick) => page.slice(pick(page.length)),
  stray: (page, pick) => {
    let text = page;
    for (let count = 1 + pick(12); count > 0; count -= 1) {
      const at = pick(text.length);
      text = text.slice(0, at) + STRAY[pick(STRAY.length)] + text.slice(at);
    }
    return text;
  },
  "left out": (page, pick) => {
    const from = pick(page.length);
    return page.slice(0, from) + page.slice(from + pick(200));
  },
  repeated: (page, pick) => page.slice(0, 400_000).repeat(1 + pick(20)),
  shuffled: (page, pick) =>
    page
      .split(">")
      .map((part) => [pick(1000), part] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, part]) => part)
      .join(">"),
  nested: (page, pick) => {
    const tag = DEEP[pick(DEEP.length)] ?? "div";
    const depth = size(pick, 5);
    return page.replace("<article>", () => `<article>${`<${tag}>`.repeat(depth)}`);
  },
  "long attribute": (page, pick) =>
    page.replace("<p>", `<p class="${"related ".repeat(size(pick, 5))}">`),
  "long word": (page, pick) => page.replace("ferry", "ferry".repeat(size(pick, 5))),
  "many links": (page, pick) =>
    page.replace("<nav>", `<nav>${'<a href="/x">A link</a>'.repeat(size(pick, 4))}`),
  "many headings": (page, pick) => page.replace("<h1>", "<h1>One</h1><h1>".repeat(size(pick, 3))),
  "many breaks": (page, pick) => page.replace("<p>", `<p>${"One line<br>".repeat(size(pick, 4))}`),
  "broken data": (page, pick) =>
    page.replace("</head>", `${RECORD.slice(0, pick(RECORD.length))}</head>`),
  "nested data": (page, pick) => {
    const depth = size(pick, 4);
    return page.replace(
      "</head>",
      `<script type="application/ld+json">${'{"author":'.repeat(depth)}1${"}".repeat(depth)}</script></head>`,
    );
  },
  "strange data": (page) =>
    page.replace(
      "</head>",
      '<script type="application/ld+json">{"@type":["NewsArticle"],"headline":[1],"author":{"name":[{}]},"datePublished":{},"publisher":[null],"isAccessibleForFree":"maybe"}</script></head>',
    ),
  entities: (page, pick) => page.replace("ferry", "&amp;".repeat(size(pick, 5))),
  spaces: (page, pick) => page.slice(0, 20_000).replaceAll(" ", " ".repeat(1 + pick(300))),
  unclosed: (page) => page.replaceAll(/<\/\w+>/gu, ""),
  uppercase: (page) => page.toUpperCase(),
  feed: (page, pick) =>
    `<?xml version="1.0"?><rss><channel>${`<item><title>T</title><description><![CDATA[${page}]]>`.repeat(1 + pick(5))}`,
  markdown: (page) => `---\ntitle: T\n---\n${page}`,
  nothing: (_page, pick) => " \n".repeat(pick(100)),
};

/** 10 to 100,000; less in the test that everybody runs. */
function size(pick: (below: number) => number, exponents: number): number {
  return 10 ** (1 + pick(Math.min(exponents, MAX_EXPONENTS)));
}

const MAX_EXPONENTS = Number(process.env["PAGES"] ?? 0) >= 1000 ? 5 : 3;
const NAMES = Object.keys(MANGLES);
const HUGE = 9_000_000;

/** A page, mangled in one to three ways; with a seeded `random`, always the same one. */
export function mangledPage(random: Random): { readonly how: string; readonly bytes: Buffer } {
  const pick = (below: number) => Math.floor(random() * below);
  let page = ferryPage([LEAD, FARES, UKRAINIAN, SUMMER], pick(2) === 0 ? RECORD : "");
  const how: string[] = [];
  for (let count = 1 + pick(3); count > 0; count -= 1) {
    const name = NAMES[pick(NAMES.length)] ?? "cut";
    how.push(name);
    page = (MANGLES[name]?.(page, pick) ?? page).slice(0, HUGE);
  }
  return { how: how.join(", "), bytes: withStrangeBytes(Buffer.from(page), pick, how) };
}

/** Some pages are in another charset than they say, or have bytes of no charset. */
function withStrangeBytes(bytes: Buffer, pick: (below: number) => number, how: string[]): Buffer {
  const kind = pick(6);
  if (kind > 2) return bytes;
  how.push(["broken bytes", "latin1", "utf16"][kind] ?? "");
  if (kind === 1) return Buffer.from(bytes.toString("latin1"), "utf8").subarray(0, HUGE);
  if (kind === 2) return Buffer.from(bytes.toString("utf8"), "utf16le").subarray(0, HUGE);
  const broken = Buffer.from(bytes);
  for (let count = pick(200); count > 0 && broken.length > 0; count -= 1)
    broken[pick(broken.length)] = pick(256);
  return broken;
}
