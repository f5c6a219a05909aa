import { expect, test } from "vitest";
import { importArticle } from "../../../src/import/import-article.ts";
import { readPlainText } from "../../../src/import/read-plain-text.ts";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const BRIDGE = `Harbour bridge to stay closed until October
The bridge over the Vell will stay closed until October, Ada Quist, the mayor of Port Vellan, told reporters on Monday.
“We have found cracks in two of the pillars,” Quist said. “Nobody should drive over them.”
The bridge was built in 1911. Eight thousand cars cross it every day.
Shop owners are worried. “A third of my customers come over the bridge, and they will not come by ferry,” said Tobias Renn, head of the traders' association.
He added that the town should pay the shops for what they lose.
Quist rejected that. She said the town had no money for it and would ask the province.
The works will cost 4 million crowns. The town hall will run a free ferry every half hour, according to a statement by the harbour office.
The mayor hopes that the ferry will carry two thousand people a day.`;

const TRAM = `Трамвай до лікарні запустять навесні
Новий трамвай до лікарні поїде в квітні, повідомила міська голова Оксана Гайова.
«Ми купили шість вагонів, і перший уже стоїть у депо», — сказала Гайова.
Лінія має дев'ять зупинок і вісім кілометрів колії.
Лікар Петро Ткач каже, що хворі чекали на трамвай десять років.
«Автобус возив їх годину, а трамвай довезе за двадцять хвилин», — додав Ткач.
Гайова пообіцяла, що квиток коштуватиме вісім гривень.`;

const SCHOOL = `Школу на Заречной откроют в сентябре
Школа на Заречной улице откроется первого сентября, сообщила директор школы Анна Голубева.
«Мы набрали шесть классов, и места ещё есть», — сказала Голубева.
В здании два этажа и спортивный зал.
По словам Игоря Ткачева, ремонт крыши стоил четыре миллиона рублей.
Подрядчик обещает, что крыша не потечёт двадцать лет.
Голубева добавила, что обеды будут бесплатными.`;

/** The article that import makes of a text, with no hand on it. */
function openImported(text: string, language_code = "en") {
  const extracted = readPlainText(text);
  if (!extracted) throw new Error("there is no article in this text");
  const source = { publisher: "The Vellan Packet" };
  const { markdown } = importArticle(
    { ...extracted, source },
    { slug: "imported", existing: undefined, answersOf: () => () => true },
  );
  return openBotChat(articleFolder({ "imported.md": markdown }), { user: { language_code } });
}

test("what somebody says about something, and who says that", async () => {
  const chat = await openImported(BRIDGE);
  expect((await chat.say("what does Quist say about the ferry?")).shown).toMatchInlineSnapshot(`
    "<blockquote>The mayor hopes that the <b>ferry</b> will carry two thousand people a day.</blockquote>
    <i>Ada Quist, mayor of Port Vellan · opinion · retold</i>
    The Vellan Packet
    [What does Tobias Renn say?]
    [Who is Tobias Renn?]
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.say("who says that?")).shown).toMatchInlineSnapshot(`
    "Said by <b>Ada Quist</b>

    <blockquote>The mayor hopes that the ferry will carry two thousand people a day.</blockquote>
    <i>Ada Quist, mayor of Port Vellan · opinion · retold</i>
    The Vellan Packet
    [What does Tobias Renn say?]
    [Who is Tobias Renn?]
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.say("what does Renn say about customers?")).shown).toMatchInlineSnapshot(`
    "<blockquote>Shop owners are worried. “A third of my <b>customers</b> come over the bridge, and they will not come by ferry,” said Tobias <b>Renn</b>, head of the traders' association.</blockquote>
    <i>“A third of my customers come over the …: Tobias Renn, head of the traders' association · opinion · quoted</i>
    <i>The rest: The Vellan Packet · report</i>
    The Vellan Packet
    [Who is Ada Quist?]
    [👍] [👎] [Copy] [Share]"
  `);
  expect((await chat.say("how many cars cross the bridge?")).shown).toMatchInlineSnapshot(`
    "<b>The bridge was built in 1911</b>

    <blockquote>The <b>bridge</b> was built in 1911. <b>Eight thousand cars cross</b> it every day.</blockquote>
    <i>The Vellan Packet · report</i>
    The Vellan Packet
    [Who is Ada Quist?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("somebody's main points, surname or office", async () => {
  const chat = await openImported(BRIDGE);
  expect((await chat.say("Quist's main points")).shown).toMatchInlineSnapshot(`
    "<b>Ada Quist: main points</b>
    <i>mayor of Port Vellan</i>

    1. The bridge over the Vell will stay closed until October, Ada Quist, the mayor of Port Vellan, told reporters on Monday.
    2. “We have found cracks in two of the pillars,” Quist said.
    3. Quist rejected that. She said the town had no money for it and would ask the province.
    4. The mayor hopes that the ferry will carry two thousand people a day.

    The Vellan Packet
    [1] [2] [3] [4]"
  `);
  expect((await chat.say("what does the mayor think?")).shown).toMatchInlineSnapshot(`
    "<b>Ada Quist: main points</b>
    <i>mayor of Port Vellan</i>

    1. The bridge over the Vell will stay closed until October, Ada Quist, the mayor of Port Vellan, told reporters on Monday.
    2. “We have found cracks in two of the pillars,” Quist said.
    3. Quist rejected that. She said the town had no money for it and would ask the province.
    4. The mayor hopes that the ferry will carry two thousand people a day.

    The Vellan Packet
    [1] [2] [3] [4]"
  `);
  expect((await chat.say("/people")).shown).toMatchInlineSnapshot(`
    "<b>People in this article</b>

    <b>Ada Quist</b>: mayor of Port Vellan · <i>4 statements</i>
    <b>Tobias Renn</b>: head of the traders' association · <i>2 statements</i>
    <b>Statement by the harbour office</b> · <i>1 statement</i>
    <b>The Vellan Packet</b> · <i>3 statements</i>
    [Ada Quist: main points]
    [Tobias Renn: main points]
    [Statement by the harbour office: main points]
    [The Vellan Packet: main points]"
  `);
});

test("the same in Ukrainian", async () => {
  const chat = await openImported(TRAM, "uk");
  expect((await chat.say("що каже Гайова про квиток?")).shown).toMatchInlineSnapshot(`
    "<blockquote><b>Гайова</b> пообіцяла, що <b>квиток</b> коштуватиме вісім гривень.</blockquote>
    <i>Оксана Гайова, міська голова · офіційна заява · переказ</i>
    The Vellan Packet
    [Що каже Оксана Гайова?]
    [Що каже Петро Ткач?]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
  expect((await chat.say("хто це сказав?")).shown).toMatchInlineSnapshot(`
    "Хто це каже: <b>Оксана Гайова</b>

    <blockquote>Гайова пообіцяла, що квиток коштуватиме вісім гривень.</blockquote>
    <i>Оксана Гайова, міська голова · офіційна заява · переказ</i>
    The Vellan Packet
    [Що каже Оксана Гайова?]
    [Що каже Петро Ткач?]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
  expect((await chat.say("головні тези Ткача")).shown).toMatchInlineSnapshot(`
    "<b>Петро Ткач: головне</b>
    <i>лікар</i>

    1. Лікар Петро Ткач каже, що хворі чекали на трамвай десять років.
    2. «Автобус возив їх годину, а трамвай довезе за двадцять хвилин», — додав Ткач.

    The Vellan Packet
    [1] [2]"
  `);
  expect((await chat.say("/people")).shown).toMatchInlineSnapshot(`
    "<b>Кого згадано</b>

    <b>Оксана Гайова</b>: міська голова · <i>4 висловлювання</i>
    <b>Петро Ткач</b>: лікар · <i>2 висловлювання</i>

    <i>Лише згадано:</i>
    <b>The Vellan Packet</b>
    [Оксана Гайова: головне]
    [Петро Ткач: головне]"
  `);
});

test("the same in Russian", async () => {
  const chat = await openImported(SCHOOL, "ru");
  expect((await chat.say("что говорит Голубева об обедах?")).shown).toMatchInlineSnapshot(`
    "<blockquote><b>Голубева</b> добавила, что <b>обеды</b> будут бесплатными.</blockquote>
    <i>Анна Голубева, директор школы · официальное заявление · пересказ</i>
    The Vellan Packet
    [Что говорит Анна Голубева?]
    [Что говорит Игорь Ткачев?]
    [👍] [👎] [Копировать] [Поделиться]"
  `);
  expect((await chat.say("кто это сказал?")).shown).toMatchInlineSnapshot(`
    "Кто это говорит: <b>Анна Голубева</b>

    <blockquote>Голубева добавила, что обеды будут бесплатными.</blockquote>
    <i>Анна Голубева, директор школы · официальное заявление · пересказ</i>
    The Vellan Packet
    [Что говорит Анна Голубева?]
    [Что говорит Игорь Ткачев?]
    [👍] [👎] [Копировать] [Поделиться]"
  `);
  expect((await chat.say("что сказала директор о классах?")).shown).toMatchInlineSnapshot(`
    "<blockquote>«Мы набрали шесть <b>классов</b>, и места ещё есть», — сказала Голубева.</blockquote>
    <i>Анна Голубева, директор школы · официальное заявление · прямая речь</i>
    The Vellan Packet
    [Что говорит Игорь Ткачев?]
    [Что говорит Анна Голубева?]
    [👍] [👎] [Копировать] [Поделиться]"
  `);
  expect((await chat.say("что говорит Ткачев?")).shown).toMatchInlineSnapshot(`
    "<b>Игорь Ткачев: главное</b>

    1. По словам Игоря Ткачева, ремонт крыши стоил четыре миллиона рублей.
    2. Подрядчик обещает, что крыша не потечёт двадцать лет.

    The Vellan Packet
    [1] [2]"
  `);
  expect((await chat.say("главное из слов Голубевой")).shown).toMatchInlineSnapshot(`
    "<b>Анна Голубева: главное</b>
    <i>директор школы</i>

    1. Школа на Заречной улице откроется первого сентября, сообщила директор школы Анна Голубева.
    2. «Мы набрали шесть классов, и места ещё есть», — сказала Голубева.
    3. Голубева добавила, что обеды будут бесплатными.

    The Vellan Packet
    [1] [2] [3]"
  `);
  expect((await chat.say("/people")).shown).toMatchInlineSnapshot(`
    "<b>Кто упоминается</b>

    <b>Анна Голубева</b>: директор школы · <i>3 высказывания</i>
    <b>Игорь Ткачев</b> · <i>2 высказывания</i>
    <b>The Vellan Packet</b> · <i>1 высказывание</i>
    [Анна Голубева: главное]
    [Игорь Ткачев: главное]
    [The Vellan Packet: главное]"
  `);
});
