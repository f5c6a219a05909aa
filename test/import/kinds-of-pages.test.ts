import { expect, test } from "vitest";
import { extractPage } from "../../src/import/extract/extract-page.ts";

const VOTE =
  "The town council of Brennick voted on Tuesday to close the old quarry bridge to lorries from 1 March.";
const MAYOR =
  "Mayor Lena Forsberg said the decision had been difficult, since the town had waited nine years for the repair money.";
const COUNT =
  "About 240 lorries cross the bridge every day, according to a count that the council carried out in October.";
const APPEAL =
  "The haulage firm Stenmark called the vote a blow for the quarry, where 85 people work, and announced an appeal.";
const ROAD =
  "Hauliers will have to take the valley road instead, which adds 14 kilometres to the trip and passes two schools; buses, ambulances and the cars of the villagers may go on using the bridge.";
const TITLE = "Quarry bridge closes to lorries";
const HEADLINE = `<h1>${TITLE}</h1>`;
const ARTICLE = [VOTE, MAYOR, COUNT, APPEAL];

const p = (text: string) => `<p>${text}</p>`;
const paragraphs = (texts: readonly string[]) => texts.map(p).join("\n");

/** A page of a made-up newspaper. */
function page(main: string, title = TITLE, html = '<html lang="en">'): string {
  return `<!doctype html>${html}<head><meta charset="utf-8"><title>${title} - Brennick Herald</title>
    <meta property="og:site_name" content="Brennick Herald"></head>
    <body><header><a href="/">Brennick Herald</a><nav><a href="/news">News</a></nav></header>
    <main>${main}</main><footer><p>© 2025 Brennick Herald. All rights reserved.</p></footer></body></html>`;
}

/** The article's blocks as lines, with `#` before headings; or why there is none. */
function linesOf(html: string): string | string[] {
  const found = extractPage(html);
  if (found.kind === "nothing") return found.why;
  return found.article.blocks.map(({ kind, text }) => (kind === "heading" ? `# ${text}` : text));
}

const DATA = JSON.stringify({
  "@type": "NewsArticle",
  headline: TITLE,
  articleBody: [...ARTICLE, ROAD].join(" "),
});

test.each<[string, string, string | readonly string[]]>([
  [
    "a live blog: each time stands with its entry",
    page(
      `${HEADLINE}${p(VOTE)}<div class="live-feed">
      <article><time>21:40</time><h3>Trucks turn back</h3>${p(COUNT)}</article>
      <article><time>20:15</time>${p(APPEAL)}</article>
      <article><time>19:05</time><p><b>The mayor speaks</b></p>${p(MAYOR)}</article></div>`,
    ),
    [VOTE, "# 21:40 Trucks turn back", COUNT, `20:15 ${APPEAL}`, "# 19:05 The mayor speaks", MAYOR],
  ],
  [
    "a gallery with an introduction: the captions, without their credits",
    page(
      `${HEADLINE}${p(VOTE)}${[MAYOR, COUNT, APPEAL]
        .map(
          (text) =>
            `<figure><img src="a.jpg"><figcaption>${text} Photo: Ann Lind</figcaption></figure>`,
        )
        .join("")}`,
    ),
    ARTICLE,
  ],
  [
    "terms stand with what explains them",
    page(
      `${HEADLINE}${p(VOTE)}<dl><dt>Cost</dt><dd>6.3 million</dd><dt>Length:</dt><dd>Eighteen months</dd></dl>${p(APPEAL)}`,
    ),
    [VOTE, "Cost: 6.3 million", "Length: Eighteen months", APPEAL],
  ],
  [
    "an embedded post keeps the name below it",
    page(
      `${HEADLINE}${p(VOTE)}${p("The firm wrote in the evening:")}<blockquote class="twitter-tweet">
      <p>We will appeal. The families of 85 people depend on this bridge.</p>— Stenmark (@stenmark) <a href="/x">4 February 2025</a></blockquote>${p(APPEAL)}`,
    ),
    [
      VOTE,
      "The firm wrote in the evening: We will appeal. The families of 85 people depend on this bridge. — Stenmark (@stenmark) 4 February 2025",
      APPEAL,
    ],
  ],
  [
    "a pull quote in a box and one in a quotation repeat what the text has",
    page(
      `${HEADLINE}${p(VOTE)}${p(MAYOR)}<aside><p>the town had waited nine years for the repair money</p></aside>
      ${p(COUNT)}<blockquote>a blow for the quarry, where 85 people work</blockquote>${p(APPEAL)}`,
    ),
    ARTICLE,
  ],
  [
    "an AMP page without its own elements",
    page(
      `<amp-sidebar><ul><li><a href="/">News from Brennick and from the whole valley</a></li></ul></amp-sidebar>
      <amp-consent><div>We and our partners use cookies on this device.</div></amp-consent>
      <article>${HEADLINE}${paragraphs([VOTE, MAYOR])}<amp-ad><div placeholder>Advertisement</div></amp-ad>${paragraphs([COUNT, APPEAL])}
      <amp-list src="/r"><div placeholder>Loading more stories …</div></amp-list></article>`,
      TITLE,
      '<html ⚡ lang="en">',
    ),
    ARTICLE,
  ],
  [
    "a page with its text in JSON-LD alone, in one piece: cut into paragraphs",
    `<html lang="en"><head><title>${TITLE}</title><script type="application/ld+json">${DATA}</script></head>
    <body><div id="app"></div><script src="app.js"></script></body></html>`,
    [`${VOTE} ${MAYOR} ${COUNT}`, `${APPEAL} ${ROAD}`],
  ],
  [
    "two sentences of news",
    page(
      `<h1>Pool reopens</h1>${p("The Brennick swimming pool reopens on Friday. Entry is free on the first weekend.")}`,
      "Pool reopens",
    ),
    ["The Brennick swimming pool reopens on Friday. Entry is free on the first weekend."],
  ],
  [
    "Hebrew, from right to left",
    page(
      `<h1>הגשר נסגר</h1>${p("מועצת העיר ברניק החליטה ביום שלישי לסגור את גשר המחצבה הישן למשאיות החל באחד במרץ.")}`,
      "הגשר נסגר",
      '<html lang="he" dir="rtl">',
    ),
    ["מועצת העיר ברניק החליטה ביום שלישי לסגור את גשר המחצבה הישן למשאיות החל באחד במרץ."],
  ],
  [
    "an old page with line breaks for paragraphs",
    `<html><head><title>${TITLE}</title></head><body><center><b>${TITLE}</b></center><br>By Mats Berg<br><br>${ARTICLE.join("<br><br>")}<br><br><a href="/">Back to the front page</a></body></html>`,
    ARTICLE,
  ],
  [
    "who wrote it, and where to follow them, is no part of it",
    page(
      `<article>${HEADLINE}${paragraphs(ARTICLE)}<p><em>Mats Berg is a reporter for the Brennick Herald. Follow him on Twitter @matsberg.</em></p></article>`,
    ),
    ARTICLE,
  ],
  [
    "the beginning of an article for subscribers, without the offer",
    page(
      `<article>${HEADLINE}${p(VOTE)}${p(COUNT)}<div class="offer"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only. Get access for 4.90 a month.</p></div></article>`,
    ),
    [VOTE, COUNT],
  ],
  [
    "a page with a video alone",
    page(
      `<h1>Watch: the bridge from above</h1><video src="a.mp4"></video><span>0:00 / 1:32</span><ul><li><a href="/1">Watch: the harbour at night</a></li><li><a href="/2">Watch: the mayor answers</a></li></ul>`,
    ),
    "no-article",
  ],
  [
    "a page that is not there, with status 200",
    page(
      `<h1>Page not found</h1>${p("Sorry, the page you are looking for does not exist. It may have been moved or deleted. Please check the address, or go back to the front page.")}`,
      "Page not found",
    ),
    "missing",
  ],
  [
    "the same in Ukrainian",
    page(
      `<h1>404</h1>${p("На жаль, сторінку, яку ви шукаєте, не знайдено. Можливо, її було видалено або перенесено на іншу адресу.")}`,
      "Сторінку не знайдено",
    ),
    "missing",
  ],
  [
    "the same in Russian",
    page(
      `<h1>Страница не найдена</h1>${p("Возможно, она была удалена или перенесена. Проверьте адрес или перейдите на главную страницу сайта.")}`,
      "Страница не найдена",
    ),
    "missing",
  ],
  [
    "a check for machines",
    page(
      `<h2>Checking if the site connection is secure</h2>${p("herald.example needs to review the security of your connection before proceeding.")}${p("Enable JavaScript and cookies to continue")}`,
      "Just a moment...",
    ),
    "challenge",
  ],
  [
    "a wall of cookies",
    page(
      `<h1>We value your privacy</h1>${p("We and our 812 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised advertising.")}${p("You can change your choices at any time in the privacy settings, or withdraw your consent.")}`,
      "Brennick Herald",
    ),
    "consent",
  ],
  [
    "the same in Ukrainian",
    page(
      `<h1>Ваша конфіденційність</h1>${p("Ми та наші партнери використовуємо файли cookie, щоб зберігати інформацію на вашому пристрої та показувати персональну рекламу.")}${p("Натискаючи «Прийняти», ви погоджуєтеся на обробку персональних даних.")}`,
      "Вісник",
    ),
    "consent",
  ],
  [
    "the same in Russian",
    page(
      `<h1>Мы ценим вашу конфиденциальность</h1>${p("Мы и наши партнёры используем файлы cookie, чтобы хранить информацию на вашем устройстве и показывать персональную рекламу.")}${p("Нажимая «Принять», вы даёте согласие на обработку персональных данных.")}`,
      "Вестник",
    ),
    "consent",
  ],
  [
    "an article about cookies and missing pages",
    page(
      `<h1>Herald asks for less</h1>${paragraphs(ARTICLE)}${p("The newspaper's site no longer asks its readers for consent to cookies, its editor announced on Friday.")}`,
      "Herald asks for less",
    ),
    [
      ...ARTICLE,
      "The newspaper's site no longer asks its readers for consent to cookies, its editor announced on Friday.",
    ],
  ],
])("%s", (_kind, html, expected) => {
  expect(linesOf(html)).toEqual(expected);
});

test("a page that asks to subscribe in the middle of it is known to be for subscribers", () => {
  const found = extractPage(
    page(
      `${HEADLINE}${p(VOTE)}${p(COUNT)}<p>Already a subscriber? <a href="/login">Log in</a></p>${p(APPEAL)}`,
    ),
  );
  expect(found).toMatchObject({ kind: "article", isForSubscribers: true });
});
