import { expect, test } from "vitest";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const NOON_OF_20_MAY = Date.UTC(2026, 4, 20, 12);

async function openArchive(languageCode = "en") {
  return openBotChat("test/fixtures/archive", {
    now: () => NOON_OF_20_MAY,
    user: { language_code: languageCode },
  });
}

test("what was said about something is listed from oldest to newest, each with who, where and when", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("Who said what about the harbour?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>About the harbour: who said what</b>

    <b>14 April 2026</b>
    1. “The harbour cannot wait for another winter,” said Ann Marlow. · <i>Ann Marlow, harbour master of Skerra · The north quay closes</i>
    2. “Nobody asked the people who work in the harbour,” said Piet Oster. · <i>Piet Oster, chair of the dockers' union · The north quay closes</i>

    <b>20 April 2026</b>
    3. «Порт не може чекати ще одну зиму», — сказала Анна Марлоу. · <i>Анна Марлоу, капітан порту · У Скеррі закрили причал · in Ukrainian</i>
    4. «Людей, які працюють у порту, ніхто не питав», — сказав Піт Остер. · <i>Піт Остер, голова спілки докерів · У Скеррі закрили причал · in Ukrainian</i>

    <b>21 April 2026</b>
    5. «Порт не может ждать ещё одну зиму», — сказала Анна Марлоу. · <i>Анна Марлоу, капитан порта · В Скерре закрыли причал · in Russian</i>

    <b>5 May 2026</b>
    6. “The harbour is the town, and the town will pay,” said Lena Brandt. · <i>Lena Brandt, mayor · What the harbour costs</i>

    <b>20 May 2026</b>
    7. «Порт нарешті має гроші на ремонт», — сказала Анна Марлоу. · <i>Анна Марлоу, капітан порту · Скільки коштує порт · in Ukrainian</i>
    [1] [2] [3] [4] [5] [6]
    [7]
    [More ›]
    [All articles]"
  `);
});

test("one person's words over time", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("What did Marlow say about the ferry since May?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>Ann Marlow about the ferry since May</b>

    <b>5 May 2026</b>
    1. “The ferry can tie up at the south quay until autumn,” said Ann Marlow. · <i>Ann Marlow, the harbour master · What the harbour costs</i>

    <b>20 May 2026</b>
    2. “The ferry is late by a month, but the berth holds,” said Ann Marlow. · <i>Ann Marlow, harbour master · The ferry sails again</i>
    [1] [2]
    [All articles]"
  `);
});

test("in Ukrainian", async () => {
  const chat = await openArchive("uk");
  expect((await chat.say("хто що казав про пором?")).shown).toMatchInlineSnapshot(`
    "<b>Про пором: хто що казав</b>

    <b>28 квітня 2026 року</b>
    1. “A ferry needs a quay, and we have none,” said Ann Marlow. · <i>Ann Marlow, harbour master · A ferry for the islands · англійською</i>
    2. The mayor promised that the ferry would sail in June. · <i>Lena Brandt, mayor of Skerra · A ferry for the islands · англійською</i>

    <b>5 травня 2026 року</b>
    3. “The ferry can tie up at the south quay until autumn,” said Ann Marlow. · <i>Ann Marlow, the harbour master · What the harbour costs · англійською</i>

    <b>12 травня 2026 року</b>
    4. “We will not load a ferry that was sold to us as a favour,” said Piet Oster. · <i>Piet Oster, chairman of the dockers' union · Dockers stop the ferry · англійською</i>
    Також у статті: <a href="https://wire.example/skerra">Skerra ferry halted by walkout</a>

    <b>13 травня 2026 року</b>
    5. «Ми не вантажитимемо пором, який нам продали як послугу», — сказав Піт Остер. · <i>Піт Остер, голова спілки · Докери зупинили пором</i>

    <b>20 травня 2026 року</b>
    6. “The ferry is late by a month, but the berth holds,” said Ann Marlow. · <i>Ann Marlow, harbour master · The ferry sails again · англійською</i>
    [1] [2] [3] [4] [5] [6]
    [Усі статті]"
  `);
});

test("in Russian", async () => {
  const chat = await openArchive("ru");
  const { shown } = await chat.say("что говорили о пароме и когда?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>О пароме: кто что говорил</b>

    <b>28 апреля 2026 года</b>
    1. “A ferry needs a quay, and we have none,” said Ann Marlow. · <i>Ann Marlow, harbour master · A ferry for the islands · на английском</i>
    2. The mayor promised that the ferry would sail in June. · <i>Lena Brandt, mayor of Skerra · A ferry for the islands · на английском</i>

    <b>5 мая 2026 года</b>
    3. “The ferry can tie up at the south quay until autumn,” said Ann Marlow. · <i>Ann Marlow, the harbour master · What the harbour costs · на английском</i>

    <b>12 мая 2026 года</b>
    4. “We will not load a ferry that was sold to us as a favour,” said Piet Oster. · <i>Piet Oster, chairman of the dockers' union · Dockers stop the ferry · на английском</i>
    Также в статье: <a href="https://wire.example/skerra">Skerra ferry halted by walkout</a>

    <b>13 мая 2026 года</b>
    5. «Ми не вантажитимемо пором, який нам продали як послугу», — сказав Піт Остер. · <i>Піт Остер, голова спілки · Докери зупинили пором · на украинском</i>

    <b>20 мая 2026 года</b>
    6. “The ferry is late by a month, but the berth holds,” said Ann Marlow. · <i>Ann Marlow, harbour master · The ferry sails again · на английском</i>
    [1] [2] [3] [4] [5] [6]
    [Все статьи]"
  `);
});

test("the same statement in two articles is listed once, with the other article", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("What have people said about the ferry over time?");
  expect(shown.match(/sold to us as a favour/gu)).toHaveLength(1);
  expect(shown).toContain(
    'Also in: <a href="https://wire.example/skerra">Skerra ferry halted by walkout</a>',
  );
});

const PIER = `---
title: Pier closes
---

“The pier is rotten,” said Ann Marlow, the harbour master.
`;

test("articles without marked speakers are not said to quote nobody", async () => {
  const chat = await openBotChat(articleFolder({ "pier.md": PIER }));
  const { shown } = await chat.say("Who said what about the pier?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>Who says what is not marked in this article, so I cannot list who said what about the pier.</b>

    The closest passage:
    <blockquote>“The <b>pier</b> is rotten,” said <b>Ann Marlow</b>, the harbour master.</blockquote>
    <i>Report</i>
    [Show it]"
  `);
});

test("nobody's words: the reply says so, and shows what the article itself has", async () => {
  const chat = await openArchive();
  expect((await chat.say("Who said what about the swimming pool?")).shown).toMatchInlineSnapshot(`
    "<b>The articles quote nobody about the swimming pool.</b>

    The closest passage:
    <blockquote>The <b>swimming pool</b> beside the quay costs 4 crowns.</blockquote>
    <i>The Skerra Herald · report</i>
    The north quay closes · <a href="https://herald.example/quay-closed">The Skerra Herald</a>
    [Show it]
    [All articles]"
  `);
  expect((await chat.say("Who said what about bitcoin?")).shown).toMatchInlineSnapshot(`
    "<b>The articles quote nobody about bitcoin.</b>
    [All articles]"
  `);
  expect((await chat.say("What did Lena Brandt say about the quay over time?")).shown)
    .toMatchInlineSnapshot(`
    "<b>The articles don't quote Lena Brandt about the quay.</b>

    The closest passage:
    <blockquote>“The harbour is the town, and the town will pay,” said <b>Lena Brandt</b>.</blockquote>
    <i>Lena Brandt, mayor · opinion · quoted</i>
    What the harbour costs · <a href="https://herald.example/harbour-budget">The Skerra Herald</a>
    [Show it]
    [All articles]"
  `);
});

test("only one article has anybody's words", async () => {
  const chat = await openArchive();
  expect((await chat.say("Who said what about the ball?")).shown).toMatchInlineSnapshot(`
    "<b>About the ball: who said what</b>

    <b>18 May 2026</b>
    1. “I saw the ball late, but I saw it,” said Piet Oster. · <i>Piet Oster, goalkeeper of Skerra Rovers · Rovers reach the final</i>

    Only this article quotes anybody on it.
    [1]
    [All articles]"
  `);
});

test("the latest first, if asked", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("Who said what about the ferry, latest first?");
  const days = [...shown.matchAll(/<b>(\d+ \S+) 2026<\/b>/gu)].map(([, day]) => day);
  expect(days).toEqual(days.toSorted((one, other) => dayOf(other) - dayOf(one)));
  expect(days).toContain("20 May");
});

const MONTHS: Readonly<Record<string, number>> = {
  April: 4,
  May: 5,
  квітня: 4,
  травня: 5,
  апреля: 4,
  мая: 5,
};

function dayOf(text = ""): number {
  const [day, month = ""] = text.split(" ");
  return 100 * (MONTHS[month] ?? 0) + Number(day);
}

test("a statement is opened below the list, and the next one is what is meant", async () => {
  const chat = await openArchive();
  await chat.say("Who said what about the harbour?");
  expect((await chat.press("2")).shown).toContain("Nobody asked the people who work in the");
  expect((await chat.say("the second one")).shown).toContain("Nobody asked the people");
});

test("a long list has pages, which turn even after one of its statements was opened", async () => {
  const chat = await openArchive();
  const { sent } = await chat.say("Who said what about the harbour?");
  await chat.press("2");
  const { shown } = await chat.press("More ›", sent[0]);
  expect(shown).toMatchInlineSnapshot(`
    "(edited)
    <b>About the harbour: who said what</b>

    <b>20 May 2026</b>
    8. «Порт снова работает, и это главное», — сказала Лена Брандт. · <i>Лена Брандт, мэр Скерры · Паром снова ходит · in Russian</i>
    [8]
    [‹ Back]
    [All articles]"
  `);
});

test("a list that the chat has forgotten cannot be turned", async () => {
  const chat = await openArchive();
  const { sent } = await chat.say("Who said what about the harbour?");
  await chat.say("How much is a library card?");
  const { toasts } = await chat.press("More ›", sent[0]);
  expect(toasts.map(({ text }) => text)).toEqual(["Please ask again to see more of this list."]);
});
