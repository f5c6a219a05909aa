import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

const NOON_OF_20_MAY = Date.UTC(2026, 4, 20, 12);

async function openArchive(languageCode = "en") {
  return openBotChat("test/fixtures/archive", {
    now: () => NOON_OF_20_MAY,
    user: { language_code: languageCode },
  });
}

test("a question of last week's articles is answered from these, and the reply says so", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("What did the strike cost in last week's articles?");
  expect(shown).toMatchInlineSnapshot(`
    "<i>In articles of 11–17 May 2026:</i>

    <blockquote>The <b>strike cost</b> the town <b>300,000</b> crowns.</blockquote>
    <i>The Skerra Herald · report</i>
    Dockers stop the ferry · <a href="https://herald.example/ferry-strike#:~:text=The%20strike%20cost%20the%20town%20300%2C000%20crowns.">The Skerra Herald</a>
    [All articles]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("a question of one article's day is answered within it", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("How much is a ticket in the article of 28 April?");
  expect(shown).toMatchInlineSnapshot(`
    "<i>In articles of 28 April 2026:</i>

    <blockquote>A ferry <b>ticket</b> costs <b>9</b> crowns.</blockquote>
    <i>The Skerra Herald · report</i>
    A ferry for the islands · <a href="https://herald.example/ferry-plan#:~:text=A%20ferry%20ticket%20costs%209%20crowns.">The Skerra Herald</a>
    [All articles]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("today's news are listed", async () => {
  const chat = await openArchive();
  expect((await chat.say("What's in today's news?")).shown).toMatchInlineSnapshot(`
    "<i>In articles of 20 May 2026:</i>

    <b>Articles you can ask about</b>

    • Скільки коштує порт · <i>Українська хвиля</i>
    • The ferry sails again · <i>The Skerra Herald</i>
    • Паром снова ходит · <i>Вечерний берег</i>

    Ask about any of this in your own words.
    [Скільки коштує порт]
    [The ferry sails again]
    [Паром снова ходит]"
  `);
});

test("a publisher's articles", async () => {
  const chat = await openArchive("uk");
  expect((await chat.say("Що пише «Українська хвиля» про страйк?")).shown).toMatchInlineSnapshot(`
    "<i>У статтях видання «Українська хвиля»:</i>

    <blockquote><b>Страйк</b> обійшовся місту у 300 тисяч крон.</blockquote>
    <i>Українська хвиля · текст статті</i>
    Докери зупинили пором · <a href="https://hvylia.example/strayk#:~:text=%D0%A1%D1%82%D1%80%D0%B0%D0%B9%D0%BA%20%D0%BE%D0%B1%D1%96%D0%B9%D1%88%D0%BE%D0%B2%D1%81%D1%8F%20%D0%BC%D1%96%D1%81%D1%82%D1%83%20%D1%83%20300%20%D1%82%D0%B8%D1%81%D1%8F%D1%87%20%D0%BA%D1%80%D0%BE%D0%BD.">Українська хвиля</a>
    [Усі статті]
    [👍] [👎] [Копіювати] [Поділитися]"
  `);
});

test("a Russian question of yesterday's news: there are none, and the nearest is offered", async () => {
  const chat = await openArchive("ru");
  const { shown } = await chat.say("Что нового во вчерашних новостях?");
  expect(shown).toMatchInlineSnapshot(`
    "<b>Статей за 19 мая 2026 года нет.</b>

    Ближайшая по времени: «Паром снова ходит», 20 мая 2026 года.
    [Паром снова ходит] [Все статьи]"
  `);
  expect((await chat.press("Паром снова ходит")).shown).toContain("Паром снова ходит");
});

test("what articles of the time do not say is not taken from others", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("How much does a seat at the final cost in last week's news?");
  expect(shown).not.toContain("12 crowns");
  expect(shown).toContain("11–17 May 2026");
});

test("a time alone is no scope: the event is what is asked about", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("What did the strike cost last week?");
  expect(shown).not.toContain("In articles");
});

test("who said what within a scope", async () => {
  const chat = await openArchive();
  const { shown } = await chat.say("Who said what about the ferry in last week's articles?");
  expect(shown).toContain("Piet Oster");
  expect(shown).not.toContain("Ann Marlow");
});

test("a question can be asked again of other articles", async () => {
  const chat = await openArchive();
  await chat.say("How much is a ferry ticket?");
  const { shown } = await chat.say("and in the articles of April?");
  expect(shown).toContain("<b>9</b> crowns");
});

test("with one article, the words stay in the question", async () => {
  const chat = await openBotChat("content", { now: () => NOON_OF_20_MAY });
  const { shown } = await chat.say("What's in today's news about China?");
  expect(shown).not.toContain("In articles");
});

test.each([
  [
    "en",
    "How much is a seat in the Sport section?",
    "12</b> crowns",
    "In articles from the section “Sport”:",
  ],
  [
    "uk",
    "Що сказала Анна Марлоу в рубриці «Економіка»?",
    "має гроші",
    "У статтях з рубрики «Економіка»:",
  ],
])("a section of the paper: %s", async (language, question, answer, said) => {
  const chat = await openArchive(language);
  const { shown } = await chat.say(question);
  expect(shown).toContain(answer);
  expect(shown).toContain(said);
});
