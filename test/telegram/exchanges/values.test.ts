import { describe, expect, test } from "vitest";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const IN_ENGLISH = `---
title: Flood in Brackwater
language: en
source: { publisher: Brackwater Herald, published: 2023-03-22 }
---

The river Torrow broke its banks on Monday and about 2 000 people left their homes.

Twelve people died and 15,000 homes lost power, the rescue service said.

The council will give $1.5bn for new dams, 12 % of its budget.

The mayor visits the town from 27 to 29 March and opens a shelter at 8:30 p.m. on the first day.

Buses leave at 9 a.m. every morning from the old station.

The dam was opened on 3.05.1987.
`;

const IN_UKRAINIAN = `---
title: Повінь у Бракові
language: uk
source: { publisher: Вісник, published: 2023-03-22 }
---

Річка Торва вийшла з берегів у понеділок, і близько 2 тис. людей залишили домівки.

Дванадцятеро людей загинули, 15 000 будинків залишилися без світла, повідомили рятувальники.

Рада дасть 1,5 млн грн на нові дамби, 12 % бюджету.

Мер відвідає місто з 27 по 29 березня й відкриє притулок о 20:30 першого дня.

Автобуси відходять о 9-й ранку щодня від старого вокзалу.

Дамбу відкрили 3.05.1987.
`;

const IN_RUSSIAN = `---
title: Наводнение в Бракове
language: ru
source: { publisher: Вестник, published: 2023-03-22 }
---

Река Торва вышла из берегов в понедельник, и около 2 тыс. человек покинули дома.

Двенадцать человек погибли, 15 000 домов остались без света, сообщили спасатели.

Совет даст 1,5 млн рублей на новые дамбы, 12 % бюджета.

Мэр посетит город с 27 по 29 марта и откроет приют в 20:30 в первый день.

Автобусы отходят в 9 утра каждый день от старого вокзала.

Дамбу открыли 3.05.1987.
`;

const ARTICLES = { en: IN_ENGLISH, uk: IN_UKRAINIAN, ru: IN_RUSSIAN };

/** Questions with the words that the reply shows in bold. */
const ANSWERED = {
  en: [
    ["did two thousand people leave?", "2 000 people"],
    ["15000 homes", "15,000 homes"],
    ["did 12 people die?", "Twelve people died"],
    ["what costs 1.5 billion dollars?", "$1.5bn"],
    ["is it 12%?", "12 %"],
    ["12 percent of what?", "12 %"],
    ["what happens on March 28?", "from 27 to 29 March"],
    ["28.03.2023?", "from 27 to 29 March"],
    ["what is at 20:30?", "8:30 p.m"],
    ["what leaves at 9am?", "9 a.m"],
    ["what was opened on May 3, 1987?", "3.05.1987"],
  ],
  uk: [
    ["2000 людей залишили домівки?", "2 тис"],
    ["15000 будинків", "15 000 будинків"],
    ["загинули 12 людей?", "Дванадцятеро людей загинули"],
    ["1500000 гривень на що?", "1,5 млн грн"],
    ["12 відсотків чого?", "12 %"],
    ["що о 8:30 вечора?", "20:30"],
    ["що відходить о 9:00?", "9-й ранку"],
    ["що відкрили 3 травня 1987 року?", "відкрили 3.05.1987"],
  ],
  ru: [
    ["2000 человек покинули дома?", "2 тыс"],
    ["15000 домов", "15 000 домов"],
    ["погибли 12 человек?", "Двенадцать человек погибли"],
    ["полтора миллиона рублей на что?", "1,5 млн рублей"],
    ["12 процентов чего?", "12 %"],
    ["что в 8:30 вечера?", "20:30"],
    ["что отходит в 9:00?", "9 утра"],
    ["что открыли 3 мая 1987 года?", "открыли 3.05.1987"],
  ],
} as const;

/** Questions with little but a day, which exactly one passage is about. */
const SHOWN = {
  en: [["what happened on 20 March?", "Monday"]],
  uk: [
    ["що сталося 20 березня?", "понеділок"],
    ["що буде 28-го березня?", "з 27 по 29 березня"],
  ],
  ru: [
    ["что произошло 20 марта?", "понедельник"],
    ["что будет 28-го марта?", "с 27 по 29 марта"],
  ],
} as const;

/** Questions for a value that the article does not give. */
const NOT_ANSWERED = {
  en: ["did 15 people die?", "what happens on March 30?", "what costs 1.5 million dollars?"],
  uk: ["загинули 15 людей?", "що буде 30 березня?"],
  ru: ["погибли 15 человек?", "что будет 30 марта?"],
} as const;

const IS_UNSURE =
  /Closest in the article|nothing on that|doesn't|Найближче в статті|Ближе всего в статье|нічого|ничего|не сказано|не йдеться|не говорится|немає|нет/u;

describe.each(["en", "uk", "ru"] as const)("numbers, dates and times in %s", (language) => {
  const open = () =>
    openBotChat(articleFolder({ "flood.md": ARTICLES[language] }), {
      user: { language_code: language },
    });

  test("are found by their value, and shown as the article writes them", async () => {
    const chat = await open();
    for (const [question, bold] of ANSWERED[language]) {
      const { shown } = await chat.say(question);
      expect([question, shown]).toEqual([question, expect.stringContaining(`<b>${bold}`)]);
      expect([question, IS_UNSURE.test(shown.split("\n")[0] ?? "")]).toEqual([question, false]);
    }
  });

  test("are shown for little but a day", async () => {
    const chat = await open();
    for (const [question, said] of SHOWN[language]) {
      const shown = (await chat.say(question)).shown.replaceAll(/<[^>]+>/gu, "").toLowerCase();
      expect(shown).toContain(said.toLowerCase());
    }
  });

  test("are cards for little but a day", async () => {
    const chat = await open();
    for (const [question] of SHOWN[language]) {
      expect((await chat.say(question)).shown.split("\n")[0]).not.toMatch(IS_UNSURE);
    }
  });

  test("are not answered by another value", async () => {
    const chat = await open();
    for (const question of NOT_ANSWERED[language]) {
      const { shown } = await chat.say(question);
      expect([question, shown.split("\n")[0]]).toEqual([
        question,
        expect.stringMatching(IS_UNSURE),
      ]);
    }
  });
});
