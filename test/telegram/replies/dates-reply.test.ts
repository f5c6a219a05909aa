import { expect, test } from "vitest";
import { referenceTo } from "../../../src/article/reference-to.ts";
import { articleFolder } from "../../support/article-folder.ts";
import { articlesIn, openBotChat } from "../../support/sample-bot.ts";

const folderOf = (markdown: string) => articleFolder({ "article.md": markdown });

test("dates are listed in the order of time, each with what happens then", async () => {
  const chat = await openBotChat("test/fixtures/timelines/en");
  expect((await chat.say("dates?")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    <b>19th century</b>
    1. The council of Tolm decided on 12 May 2021 to rebuild the old weir, which dates from the 19th century. · <i>report</i>

    <b>Since 1998</b>
    2. … a regatta and a concert by the brass bands of all nine villages along the river, which have not played together since 1998. · <i>report</i>

    <b>12 May 2021</b>
    3. The council of Tolm decided on 12 May 2021 to rebuild the old weir, which dates from the 19th century. · <i>report</i>

    <b>Spring of 2022</b>
    4. Work began in the spring of 2022. · <i>report</i>

    <b>3 November 2022</b>
    5. On 3 November 2022 a flood carried away half of the new wall. · <i>report</i>

    <b>By 20 December</b>
    6. By 20 December the river was dammed a second time. · <i>report</i>

    <b>4–6 July</b>
    7. The weir opens on 4–6 July with a market, a regatta and a concert by the brass bands of all nine villages along the river … · <i>report</i>

    <b>4 July</b>
    8. Regatta from the mill to the bridge. · <i>report</i>

    <b>5 July</b>
    9. The brass bands play. · <i>report</i>

    <b>Until the end of September</b>
    10. The council of Tolm will pay the last bill until the end of September. · <i>report</i>
    [1] [2] [3] [4] [5] [6]
    [7] [8] [9] [10]"
  `);
});

test("in Ukrainian", async () => {
  const chat = await openBotChat("test/fixtures/timelines/uk");
  expect((await chat.say("Коли що було?")).shown).toMatchInlineSnapshot(`
    "<b>Дати</b>

    <b>В XIX столітті</b>
    1. 12 травня 2021 року рада Толма вирішила відбудувати стару греблю, зведену ще в XIX столітті. · <i>текст статті</i>

    <b>З 1998 року</b>
    2. Греблю відкриють 4–6 липня ярмарком, регатою і концертом духових оркестрів з усіх дев'яти сіл над річкою, які не грали разом з 1998 року. · <i>текст статті</i>

    <b>12 травня 2021 року</b>
    3. 12 травня 2021 року рада Толма вирішила відбудувати стару греблю, зведену ще в XIX столітті. · <i>текст статті</i>

    <b>Навесні 2022 року</b>
    4. Роботи почалися навесні 2022 року. · <i>текст статті</i>

    <b>3 листопада 2022 року</b>
    5. 3 листопада 2022 року повінь знесла половину нової стіни. · <i>текст статті</i>

    <b>До 20 грудня</b>
    6. До 20 грудня річку перегородили вдруге. · <i>текст статті</i>

    <b>4–6 липня</b>
    7. Греблю відкриють 4–6 липня ярмарком, регатою і концертом духових оркестрів з усіх дев'яти сіл над річкою, які не грали разом з 1998 року. · <i>текст статті</i>

    <b>4 липня</b>
    8. Регата від млина до мосту. · <i>текст статті</i>

    <b>5 липня</b>
    9. Грають духові оркестри. · <i>текст статті</i>
    [1] [2] [3] [4] [5] [6]
    [7] [8] [9]
    [Далі ›]"
  `);
});

test("in Russian", async () => {
  const chat = await openBotChat("test/fixtures/timelines/ru");
  expect((await chat.say("Какие даты упоминаются?")).shown).toMatchInlineSnapshot(`
    "<b>Даты</b>

    <b>В XIX веке</b>
    1. 12 мая 2021 года совет Толма решил восстановить старую плотину, построенную ещё в XIX веке. · <i>текст статьи</i>

    <b>С 1998 года</b>
    2. Плотину откроют 4–6 июля ярмаркой, регатой и концертом духовых оркестров из всех девяти сёл над рекой, которые не играли вместе с 1998 года. · <i>текст статьи</i>

    <b>12 мая 2021 года</b>
    3. 12 мая 2021 года совет Толма решил восстановить старую плотину, построенную ещё в XIX веке. · <i>текст статьи</i>

    <b>Весной 2022 года</b>
    4. Работы начались весной 2022 года. · <i>текст статьи</i>

    <b>3 ноября 2022 года</b>
    5. 3 ноября 2022 года паводок снёс половину новой стены. · <i>текст статьи</i>

    <b>К 20 декабря</b>
    6. К 20 декабря реку перегородили во второй раз. · <i>текст статьи</i>

    <b>4–6 июля</b>
    7. Плотину откроют 4–6 июля ярмаркой, регатой и концертом духовых оркестров из всех девяти сёл над рекой, которые не играли вместе с 1998 года. · <i>текст статьи</i>

    <b>4 июля</b>
    8. Регата от мельницы до моста. · <i>текст статьи</i>

    <b>5 июля</b>
    9. Играют духовые оркестры. · <i>текст статьи</i>
    [1] [2] [3] [4] [5] [6]
    [7] [8] [9]
    [Дальше ›]"
  `);
});

const VOICES = `---
title: The ferry and its pier
source: { publisher: gazette, published: 14 March 2023 }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  renn: { name: Tobias Renn, capacity: director }
  marsh: { name: Ann Marsh, capacity: harbour master }
---

## The plan of 2 May

The council votes on 21 March. [“We will sail on 3 April,” said Tobias Renn.]{by=renn quoted=mixed} {#vote}

Ann Marsh wants to see the pier before 3 April. {#pier by=marsh kind=opinion}

The council met yesterday, and will meet again on Friday. {#met}

The old ferry was sold in 2014. It burned on 5 November. {#sold}

Nobody may march today. {#nobody}
`;

test("each happening has its speaker, and counts from the day of publication", async () => {
  const chat = await openBotChat(folderOf(VOICES));
  expect((await chat.say("timeline")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    <b>2014</b>
    1. The old ferry was sold in 2014. · <i>The Gazette, report</i>

    <b>5 November</b>
    2. It burned on 5 November. · <i>The Gazette, report</i>

    <b>Yesterday</b>
    3. The council met yesterday, and will meet again on Friday. · <i>The Gazette, report</i>

    <b>Friday</b>
    4. The council met yesterday, and will meet again on Friday. · <i>The Gazette, report</i>

    <b>21 March</b>
    5. The council votes on 21 March. · <i>The Gazette, report</i>

    <b>3 April</b>
    6. “We will sail on 3 April,” said Tobias Renn. · <i>Tobias Renn, opinion</i>

    <b>Before 3 April</b>
    7. Ann Marsh wants to see the pier before 3 April. · <i>Ann Marsh, opinion</i>

    The Gazette
    [1] [2] [3] [4] [5] [6]
    [7]"
  `);
});

test("buttons open the passage of an entry, in the order of time", async () => {
  const chat = await openBotChat(folderOf(VOICES));
  await chat.say("/dates");
  expect((await chat.press("1")).shown).toContain("The old ferry was sold in <b>2014</b>.");
  expect((await chat.press("›")).shown).toContain("[‹] [2 of 7] [›]");
  expect((await chat.press("All")).shown).toContain("<b>Dates</b>\n\n<b>2014</b>");
});

test("buttons of earlier versions open what they listed: passages in the article's order", async () => {
  const folder = folderOf(VOICES);
  const chat = await openBotChat(folder);
  const old = async (ask: string, at: number) => {
    const slug = articlesIn(folder)[0]?.slug ?? "";
    const callback_data = [ask, referenceTo(slug), "dates", referenceTo(""), at].join(":");
    const keyboard = { inline_keyboard: [[{ text: "old", callback_data }]] };
    const { api, user } = chat;
    await fetch(`${api.url}/bot${api.token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: user.account.id, text: "Dates", reply_markup: keyboard }),
    });
    return (await chat.press("old", user.messages().at(-1))).shown;
  };
  await chat.say("/dates");
  expect(await old("see", 0)).toContain("The council votes on <b>21 March</b>.");
  expect(await old("see", 3)).toContain("The old ferry was sold in <b>2014</b>.");
  expect(await old("list", 0)).toContain("<b>Dates</b>\n\n<b>2014</b>");
});

const HUNDRED_DATES = `# A hundred dates

${Array.from({ length: 100 }, (_, at) => `In ${1999 - at} the mill burned for the ${at + 1}th time.`).join("\n\n")}
`;

test("a hundred dates have pages, cut between entries", async () => {
  const chat = await openBotChat(folderOf(HUNDRED_DATES));
  const pages = [(await chat.say("dates")).shown];
  while (pages.at(-1)?.includes("[More ›]") === true && pages.length < 100) {
    pages.push((await chat.press("More ›")).shown);
  }
  const years = pages.join("\n").match(/<b>\d+<\/b>/gu) ?? [];
  expect(years).toEqual(Array.from({ length: 100 }, (_, at) => `<b>${1900 + at}</b>`));
  expect(pages.every((page) => page.length < 1500)).toBe(true);
});

const SAME_DAY = `# Same day

The flood of 12 May 1998 broke the weir. On 12 May a child was saved.

Everything ended on the second of May.

The bridge fell on 12 May 1998, at noon, and again in the autumn.
`;

test("what happens on one day stands below it once each", async () => {
  const chat = await openBotChat(folderOf(SAME_DAY));
  expect((await chat.say("dates?")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    <b>12 May 1998</b>
    1. The flood of 12 May 1998 broke the weir. · <i>report</i>
    2. On 12 May a child was saved. · <i>report</i>
    3. The bridge fell on 12 May 1998, at noon, and again in the autumn. · <i>report</i>

    <b>Autumn</b>
    4. The bridge fell on 12 May 1998, at noon, and again in the autumn. · <i>report</i>

    <b>Second of May</b>
    5. Everything ended on the second of May. · <i>report</i>
    [1] [2] [3] [4] [5]"
  `);
});

const SECTIONS = `# A chronicle

## 2014

In March the mill was sold.

## 24 February 2022

The bridge was closed to all traffic.

## The second of May and other songs

The choir sang.
`;

test("a heading that is a date dates what stands below it", async () => {
  const chat = await openBotChat(folderOf(SECTIONS));
  expect((await chat.say("dates?")).shown).toMatchInlineSnapshot(`
    "<b>Dates</b>

    <b>March</b>
    1. In March the mill was sold. · <i>report</i>

    <b>24 February 2022</b>
    2. The bridge was closed to all traffic. · <i>report</i>
    [1] [2]"
  `);
});

test.each([
  ["en", "dates?", "The article gives no dates."],
  ["uk", "які дати?", "Дат у статті немає."],
  ["ru", "/dates", "Дат в статье нет."],
])(
  "an article without dates says so in %s, and offers what to ask",
  async (language, question, said) => {
    const user = { language_code: language };
    const chat = await openBotChat("test/fixtures/undated", { user });
    const { shown } = await chat.say(question);
    expect(shown).toContain(said);
    expect(shown).toContain("[What is a sluice?]");
  },
);

test("the dates of a translation are in its words", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("які дати?");
  expect(shown).toContain("<b>На початку лютого 2022 року</b>");
  expect(shown).toMatch(/<b>З 20 до 22 березня<\/b>\n4\. Кремль оголосив/u);
});

test.each([
  "when is the visit",
  "when does the visit start?",
  "що буде 21 березня?",
  "когда визит?",
])("%j asks for a passage", async (question) => {
  const chat = await openBotChat();
  expect((await chat.say(question)).shown).not.toMatch(/<b>(?:Dates|Дати|Даты)<\/b>/u);
});
