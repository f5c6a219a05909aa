import { expect, test } from "vitest";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { openBotChat } from "../../support/sample-bot.ts";

test("5. “and …” and “that” refer to the answer before", async () => {
  const chat = await openBotChat();
  expect((await chat.say("what did Klochok say about NATO?")).shown).toContain(
    "<b>A plain signal about NATO</b>",
  );
  expect((await chat.say("and about the peace plan?")).shown).toMatchInlineSnapshot(`
    "<b>China readies its “peace plan”</b>

    <blockquote>China is getting ready to put its so-called “<b>peace plan</b>” into practice.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § Why the visit matters · Channel 24
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.say("who says that?")).shown).toMatchInlineSnapshot(`
    "Said by <b>Valery Klochok</b>

    <b>China readies its “peace plan”</b>

    <blockquote>China is getting ready to put its so-called “peace plan” into practice.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § Why the visit matters · Channel 24
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("5. a reply to a card is about that card, even after a restart", async () => {
  const memory = openChatMemory();
  const chat = await openBotChat("content", { memory });
  const card = (await chat.say("what did Klochok say about NATO?")).sent[0];
  await chat.say("when was the visit?");
  memory.forget(chat.user.chat.id);
  expect((await chat.replyTo(card).say("who says that?")).shown).toMatchInlineSnapshot(`
    "Said by <b>Valery Klochok</b>

    <b>A plain signal about NATO</b>

    <blockquote>China's peace plan hardly differs from the country's general doctrine. One of the plan's clauses opposes the use of blocs to serve one's own ambitions, and that is a plain signal about <b>NATO</b>.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · quoted in the article, retold here</i>
    § Why the visit matters · Channel 24
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("6. a question about quoted words is answered with who says them", async () => {
  const chat = await openBotChat();
  await chat.say("How many countries support Putin?");
  expect((await chat.quote("a dozen countries").say("who says this?")).shown)
    .toMatchInlineSnapshot(`
    "Said by <b>Valery Klochok</b>

    <b>Up to a dozen supporters</b>

    <blockquote>Up to a dozen countries in the world support <b>Putin's</b> regime today.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § What Russia expects · Channel 24
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("6. “more” about quoted words shows the passage between its neighbours", async () => {
  const chat = await openBotChat();
  await chat.say("How many countries support Putin?");
  expect((await chat.quote("a dozen countries").say("more")).shown).toMatchInlineSnapshot(`
    "<b>Putin cannot do it alone</b>
    <blockquote>On his own, Putin will not cope with the tasks he invented for his so-called “special operation”. He needs the backing of China and of other countries with an anti-Western stance.</blockquote>
    <i>Valery Klochok · opinion · retold here</i>

    <b>Up to a dozen supporters</b>

    <blockquote>Up to a dozen countries in the world support Putin's regime today.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § What Russia expects · Channel 24

    <b>Beijing will shape Putin's position</b>
    <blockquote>China is not the first among the countries that support Putin. Yet right now, because of a powerful geopolitical game, Beijing will shape Putin's position.</blockquote>
    <i>Valery Klochok · opinion · quoted in the article, retold here</i>
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("11. a Ukrainian question gets the same answer in Ukrainian", async () => {
  const chat = await openBotChat();
  expect((await chat.say("Коли візит?")).shown).toMatchInlineSnapshot(`
    "<b>20–22 березня</b>

    <blockquote>Кремль оголосив, що Сі Цзіньпін перебуватиме в Росії з <b>20</b> до <b>22 березня</b>.</blockquote>
    <i>Кремль, російська влада, яка оголосила про візит · офіційна заява · у переказі</i>
    § Що відомо про візит · 24 Канал
    Переклад редакції

    Примітка редакції: Стаття не називає року; контекст указує на 2023-й.
    [Що обговорять Сі та Путін?]
    [Оригінал]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
  expect((await chat.press("Оригінал")).shown).toContain("The Kremlin has announced");
});

test("11. a Russian question gets the same answer in Russian", async () => {
  const chat = await openBotChat();
  expect((await chat.say("что говорит эксперт?")).shown).toMatchInlineSnapshot(`
    "<b>Валерий Клочок: главное</b>
    <i>политический эксперт, глава Центра публичной аналитики «Вежа»</i>

    <i>§ Почему визит важен</i>
    1. Поездка покажет международный вес Китая после года, в течение которого страна молчала о войне в Украине.
    2. После поездки в Россию китайский лидер Си Цзиньпин планирует поговорить с президентом Украины Владимиром Зеленским.
    3. Китай готовится воплотить в жизнь свой так называемый «мирный план».
    4. Один из пунктов плана выступает против того, чтобы блоки служили чьим-то собственным амбициям, и это явный сигнал о НАТО.

    <i>§ Как изменилась позиция Китая в отношении России</i>
    5. В целом позиция Китая такая же, какой была до полномасштабного вторжения России в Украину.
    6. В начале февраля 2022 года Китай и Россия подписали декларацию о военном и экономическом сотрудничестве.
    7. Теперь Китай стоит на ступень выше, и даже не на одну, так что условия будет диктовать Пекин.

    <i>§ Чего ждёт Россия</i>
    8. Насколько долго Россия будет продолжать военные действия, во многом зависит от того, что дадут переговоры Си Цзиньпина с Путиным.

    24 Канал · в пересказе
    [1] [2] [3] [4] [5] [6]
    [7] [8]
    [Дальше ›]"
  `);
});

test("15. an edited question edits its answer in place", async () => {
  const chat = await openBotChat();
  await chat.say("when was the visit?");
  const { sent, shown } = await chat.edit("How many countries support Putin?");
  expect(sent).toEqual([]);
  expect(shown).toMatchInlineSnapshot(`
    "(edited)
    <b>Up to a dozen supporters</b>

    <blockquote>Up to a <b>dozen countries</b> in the world <b>support Putin's</b> regime today.</blockquote>
    <i>Valery Klochok, political expert, head of the Vezha Center for Public Analytics · opinion · retold here</i>
    § What Russia expects · Channel 24
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("15. a thumbs-up gets thanks", async () => {
  const chat = await openBotChat();
  await chat.say("when was the visit?");
  expect((await chat.press("👍")).shown).toMatchInlineSnapshot(`
    "toast: Thanks.

    (edited)
    <b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [What will Xi and Putin discuss?]
    [Why is the meeting so important for Putin?]
    [✓] [Copy] [Share]"
  `);
});

test("15. a thumbs-down asks what is wrong, and is noted with a short id", async () => {
  const chat = await openBotChat();
  await chat.say("when was the visit?");
  expect((await chat.press("👎")).shown).toMatchInlineSnapshot(`
    "toast: What's wrong with it?

    (edited)
    <b>20–22 March</b>

    <blockquote>The Kremlin has announced that Xi Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editor's note: The article names no year; the context points to 2023.
    [Why is the meeting so important for Putin?]
    [Wrong passage] [Wrong person] [Not what I asked]
    [Copy] [Share]"
  `);
  const { shown } = await chat.press("Wrong passage");
  expect(shown).toMatch(/^toast: Noted, ref\. [0-9a-z]{8}\n/u);
});

test("15. stickers, voices and photos get one hint in ten minutes", async () => {
  let now = Date.UTC(2026, 0, 1);
  const chat = await openBotChat("content", { now: () => now });
  expect((await chat.send("sticker")).shown).toBe(
    "I can only read text. Please type your question.",
  );
  expect((await chat.send("voice")).sent).toEqual([]);
  now += 9 * 60_000;
  expect((await chat.send("photo")).sent).toEqual([]);
  now += 60_000;
  expect((await chat.send("photo")).sent).toHaveLength(1);
});
