import { describe, expect, test } from "vitest";
import { articleFolder } from "../../support/article-folder.ts";
import {
  BARE_PORT,
  BARE_PORT_RU,
  BARE_PORT_UK,
  MARKED_PORT,
  MARKED_PORT_RU,
  MARKED_PORT_UK,
  PLAIN_VIEWS,
} from "../../support/port-articles.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const openMarked = () =>
  openBotChat(
    articleFolder({
      "port.md": MARKED_PORT,
      "port.uk.md": MARKED_PORT_UK,
      "port.ru.md": MARKED_PORT_RU,
    }),
  );
const openBare = (text = BARE_PORT) => openBotChat(articleFolder({ "port.md": text }));

describe("a name alone", () => {
  test("of somebody who is only named: what others say of them, and who says it", async () => {
    const chat = await openMarked();
    expect((await chat.say("nato")).shown).toMatchInlineSnapshot(`
      "<b>NATO</b>
      the alliance whose ships use the port (as described by The Gazette)

      Named in this article but not quoted.

      <b>What others say</b>
      1. NATO asked for the longer quay two years ago. · <i>Jan Marsh, announcement</i>
      2. In the director's view the alliance will pay for new cranes within a year or two, because its own ships have to unload tanks there … · <i>Tobias Renn, opinion</i>

      The Gazette
      [1] [2]"
    `);
    expect((await chat.press("1")).shown).toMatchInlineSnapshot(`
      "(edited)
      <b>A request</b>

      <blockquote><b>NATO</b> asked for the longer quay two years ago.</blockquote>
      <i>Jan Marsh, spokesman for the port authority · announcement · retold</i>
      § The decision · The Gazette
      [1 of 2] [›]
      [All] [Copy] [Share]"
    `);
  });

  test("of somebody who is quoted: how much they say, the best of it, and what others say", async () => {
    const chat = await openMarked();
    expect((await chat.say("Renn?")).shown).toMatchInlineSnapshot(`
      "<b>Tobias Renn</b>
      director of Holm Lines (as described by The Gazette)

      1 statement in this article
      1. In the director's view the alliance will pay for new cranes within a year or two, because its own ships have to unload tanks there …

      <b>What others say</b>
      2. Tobias Renn left the meeting early. · <i>The Gazette, report</i>

      The Gazette
      [1] [2]"
    `);
  });

  test("in Ukrainian", async () => {
    const chat = await openMarked();
    expect((await chat.say("НАТО")).shown).toMatchInlineSnapshot(`
      "<b>НАТО</b>
      альянс, чиї кораблі заходять у порт (так подає видання «Газета»)

      У цій статті лише згадано, але не процитовано.

      <b>Що кажуть інші</b>
      1. НАТО просило про довший причал два роки тому. · <i>Ян Марш, офіційна заява</i>
      2. На думку директора, альянс заплатить за нові крани за рік чи два, бо його кораблі мають вивантажувати там танки. · <i>Тобіас Ренн, думка</i>

      Газета
      [1] [2]"
    `);
    expect((await chat.say("хто такий Ренн?")).shown).toMatchInlineSnapshot(`
      "<b>Тобіас Ренн</b>
      директор «Голм Лайнс» (так подає видання «Газета»)

      1 висловлювання у цій статті
      1. На думку директора, альянс заплатить за нові крани за рік чи два, бо його кораблі мають вивантажувати там танки.

      <b>Що кажуть інші</b>
      2. Тобіас Ренн рано пішов із зустрічі. · <i>Газета, текст статті</i>

      Газета
      [1] [2]"
    `);
  });

  test("in Russian", async () => {
    const chat = await openMarked();
    expect((await chat.say("что такое НАТО?")).shown).toMatchInlineSnapshot(`
      "<b>НАТО</b>
      альянс, чьи корабли заходят в порт (так представлено в издании «Газета»)

      В этой статье есть только упоминание, без цитат.

      <b>Что говорят другие</b>
      1. НАТО просило о более длинном причале два года назад. · <i>Ян Марш, официальное заявление</i>
      2. По мнению директора, альянс заплатит за новые краны через год или два, потому что его корабли должны выгружать там танки. · <i>Тобиас Ренн, мнение</i>

      Газета
      [1] [2]"
    `);
  });

  test("that no passage has leads on", async () => {
    const chat = await openMarked();
    expect((await chat.say("who is Coastal Board?")).shown).toMatchInlineSnapshot(`
      "<b>Coastal Board</b>
      authority for the coast (as described by The Gazette)

      Listed for this article, but its text doesn't name them.
      [When does the quay open?]
      [What is it about?]"
    `);
  });

  test.each([
    ["nato", BARE_PORT, ["Ministers of NATO met", "said that NATO had to act"]],
    ["NATO's", BARE_PORT, ["Ministers of NATO met", "said that NATO had to act"]],
    ["НАТО", BARE_PORT_UK, ["Міністри НАТО зустрілися", "НАТО мусить діяти"]],
    ["про НАТО", BARE_PORT_UK, ["Міністри НАТО зустрілися", "НАТО мусить діяти"]],
    ["НАТО", BARE_PORT_RU, ["Министры НАТО встретились", "НАТО должно действовать"]],
    ["Moscow", BARE_PORT, ["Moscow called it a provocation."]],
    ["Kari Holm?", BARE_PORT, ["Kari Holm, said"]],
    ["Карі Гольм", BARE_PORT_UK, ["Карі Гольм сказала"]],
    ["Марш", BARE_PORT_UK, ["Ян Марш", "Анна Марш"]],
    ["who is Marsh?", BARE_PORT, ["Jan Marsh", "Ann Marsh"]],
  ])("%j that nobody listed is found where it stands", async (name, article, words) => {
    const chat = await openBare(article);
    const { shown } = await chat.say(name);
    for (const expected of words) expect(shown.replaceAll(/<\/?b>/gu, "")).toContain(expected);
  });
});

describe("a role", () => {
  test.each([
    ["who is the spokesman?", "<b>Jan Marsh</b>"],
    ["who's the head of the union", "<b>Ann Marsh</b>"],
    ["хто голова спілки?", "<b>Анна Марш</b>"],
    ["кто такой представитель администрации?", "<b>Ян Марш</b>"],
  ])("%j is whoever has it", async (question, person) => {
    const chat = await openMarked();
    expect((await chat.say(question)).shown).toContain(person);
  });
});

describe("what somebody does not say", () => {
  test("leads on to what is said of them", async () => {
    const chat = await openMarked();
    expect((await chat.say("NATO's main points?")).shown).toContain("[NATO] [What is it about?]");
    expect((await chat.press("NATO")).shown).toContain("<b>What others say</b>");
  });
});

describe("a name that two people share", () => {
  test.each(["Marsh", "who is Marsh?", "Marsh's points", "what does Marsh say?"])(
    "%j asks which of them is meant",
    async (question) => {
      const chat = await openMarked();
      const { shown } = await chat.say(question);
      expect(shown).toBe(
        "<b>Whom do you mean?</b>\n\n<b>Jan Marsh</b>: spokesman for the port authority\n<b>Ann Marsh</b>: head of the dockers' union\n[Jan Marsh]\n[Ann Marsh]",
      );
    },
  );

  test("also when asked about a topic, and the first name answers", async () => {
    const chat = await openMarked();
    expect((await chat.say("What does Marsh say about the cranes?")).shown).toContain(
      "[Ann Marsh]",
    );
    expect((await chat.say("Ann")).shown).toContain(
      "The <b>cranes</b> on the quay are forty years",
    );
  });

  test("in Ukrainian and Russian", async () => {
    const chat = await openMarked();
    expect((await chat.say("що каже Марш?")).shown).toContain(
      "<b>Кого саме ви маєте на увазі?</b>",
    );
    expect((await chat.say("кто такой Марш?")).shown).toContain(
      "<b>Кого именно вы имеете в виду?</b>",
    );
  });

  test("a press shows who that is", async () => {
    const chat = await openMarked();
    await chat.say("Marsh");
    expect((await chat.press("Ann Marsh")).shown).toMatchInlineSnapshot(`
      "(edited)
      <b>Ann Marsh</b>
      head of the dockers' union (as described by The Gazette)

      2 statements in this article
      1. “The cranes on the quay are forty years old, and nobody has looked at the cables.”
      2. The union has voted to strike if the cables are not tested.

      The Gazette
      [1] [2]
      [People in this article]"
    `);
  });

  test("nobody is asked about a name that is clear", async () => {
    const chat = await openMarked();
    expect((await chat.say("Ann Marsh")).shown).toContain("head of the dockers' union");
    expect((await chat.say("Jan")).shown).toContain("spokesman for the port authority");
  });
});

describe("main points", () => {
  test("of a person are their statements, section by section", async () => {
    const chat = await openMarked();
    expect((await chat.say("what are Ann Marsh's main points?")).shown).toMatchInlineSnapshot(`
      "<b>Ann Marsh: main points</b>
      <i>head of the dockers' union</i>

      <i>§ What they fear</i>
      1. “The cranes on the quay are forty years old, and nobody has looked at the cables.”
      2. The union has voted to strike if the cables are not tested.

      The Gazette
      [1] [2]"
    `);
    expect((await chat.say("основні тези Анни Марш")).shown).toMatchInlineSnapshot(`
      "<b>Анна Марш: головне</b>
      <i>голова спілки докерів</i>

      <i>§ Чого бояться</i>
      1. «Кранам на причалі сорок років, і ніхто не перевіряв тросів».
      2. Спілка проголосувала за страйк, якщо троси не перевірять.

      Газета
      [1] [2]"
    `);
    expect((await chat.say("основные тезисы директора")).shown).toMatchInlineSnapshot(`
      "<b>Тобиас Ренн: главное</b>
      <i>директор «Холм Лайнс»</i>

      <i>§ Чего боятся</i>
      1. По мнению директора, альянс заплатит за новые краны через год или два, потому что его корабли должны выгружать там танки.

      Газета
      [1]"
    `);
  });

  test("of the article are one statement for each section", async () => {
    const chat = await openMarked();
    expect((await chat.say("main points")).shown).toMatchInlineSnapshot(`
      "<b>The quarrel over the north quay</b>
      <i>Main points</i>

      <i>§ The decision</i>
      1. The port authority will open the north quay on 4 May. · <i>The Gazette, report</i>

      <i>§ What they fear</i>
      2. “The cranes on the quay are forty years old, and nobody has looked at the cables.” · <i>Ann Marsh, opinion</i>

      <i>§ Who was there</i>
      3. Tobias Renn left the meeting early. · <i>The Gazette, report</i>

      The Gazette
      [1] [2] [3]"
    `);
    expect((await chat.press("2")).shown).toContain("[2 of 3]");
    expect((await chat.say("основні тези")).shown).toMatchInlineSnapshot(`
      "<b>Суперечка про північний причал</b>
      <i>Основні тези</i>

      <i>§ Рішення</i>
      1. Адміністрація порту відкриє північний причал 4 травня. · <i>Газета, текст статті</i>

      <i>§ Чого бояться</i>
      2. «Кранам на причалі сорок років, і ніхто не перевіряв тросів». · <i>Анна Марш, думка</i>

      <i>§ Хто там був</i>
      3. Тобіас Ренн рано пішов із зустрічі. · <i>Газета, текст статті</i>

      Газета
      [1] [2] [3]"
    `);
    expect((await chat.say("главные тезисы")).shown).toContain("<i>Основные тезисы</i>");
  });

  test("of bare text are the paragraphs that can be read by themselves", async () => {
    const chat = await openBare();
    expect((await chat.say("main points")).shown).toMatchInlineSnapshot(`
      "<b>The quarrel over the north quay</b>
      <i>Main points</i>

      1. Ministers of NATO met in Tallow on Monday. · <i>report</i>
      2. Norway's defence minister, Kari Holm, said that NATO had to act. · <i>report</i>
      3. Moscow called it a provocation. A spokesman for the port, Jan Marsh, said that the quay was ready. · <i>report</i>
      4. The council approved 12 million crowns for the cables on Friday. · <i>report</i>
      [1] [2] [3] [4]"
    `);
    expect((await chat.say("tell me everything")).shown).toBe(
      (await chat.say("main points")).shown,
    );
  });
});

describe("an overview", () => {
  test("says something of each section", async () => {
    const chat = await openMarked();
    expect((await chat.say("/brief")).shown).toMatchInlineSnapshot(`
      "<b>The quarrel over the north quay</b>
      The Gazette

      <b>The decision</b>
      The port authority will open the north quay on 4 May. · The Gazette

      <b>What they fear</b>
      “The cranes on the quay are forty years old, and nobody has looked at the cables.” · Ann Marsh

      <b>Who was there</b>
      Tobias Renn left the meeting early. · The Gazette

      Ask about any of this in your own words.
      [The decision]
      [What they fear]
      [Who was there]"
    `);
    expect((await chat.say("про що стаття?")).shown).toMatchInlineSnapshot(`
      "<b>Суперечка про північний причал</b>
      Газета

      <b>Рішення</b>
      Адміністрація порту відкриє північний причал 4 травня. · Газета

      <b>Чого бояться</b>
      «Кранам на причалі сорок років, і ніхто не перевіряв тросів». · Анна Марш

      <b>Хто там був</b>
      Тобіас Ренн рано пішов із зустрічі. · Газета

      Запитуйте про це своїми словами.
      [Рішення]
      [Чого бояться]
      [Хто там був]"
    `);
  });
});

describe("key facts", () => {
  test("that nobody marked are passages with a number, a date or a decision", async () => {
    const chat = await openBare();
    expect((await chat.say("/facts")).shown).toMatchInlineSnapshot(`
      "<b>Key facts</b>

      1. Ministers of NATO met in Tallow on Monday. · <i>report</i>
      2. The council approved 12 million crowns for the cables on Friday. · <i>report</i>
      [1] [2]"
    `);
    const ukrainian = await openBare(BARE_PORT_UK);
    expect((await ukrainian.say("ключові факти")).shown).toMatchInlineSnapshot(`
      "<b>Ключові факти</b>

      1. Міністри НАТО зустрілися в Дубровці в понеділок. · <i>текст статті</i>
      2. У п’ятницю рада виділила 12 мільйонів крон на троси. · <i>текст статті</i>
      [1] [2]"
    `);
    const russian = await openBare(BARE_PORT_RU);
    expect((await russian.say("главные факты")).shown).toMatchInlineSnapshot(`
      "<b>Ключевые факты</b>

      1. Министры НАТО встретились в Дубровке в понедельник. · <i>текст статьи</i>
      2. В пятницу совет выделил 12 миллионов крон на тросы. · <i>текст статьи</i>
      [1] [2]"
    `);
  });

  test("are none where there is nothing but views", async () => {
    const chat = await openBare(PLAIN_VIEWS);
    expect((await chat.say("/facts")).shown).toMatchInlineSnapshot(`
      "<b>Key facts</b>

      The article has no key facts to list.
      Ask about any of this in your own words.
      [What is it about?]"
    `);
  });
});

describe("people", () => {
  test("who speak come first, each with how much they say", async () => {
    const chat = await openMarked();
    expect((await chat.say("who speaks in the article?")).shown).toMatchInlineSnapshot(`
      "<b>People in this article</b>

      <b>Jan Marsh</b>: spokesman for the port authority · <i>1 statement</i>
      <b>Ann Marsh</b>: head of the dockers' union · <i>2 statements</i>
      <b>Tobias Renn</b>: director of Holm Lines · <i>1 statement</i>
      <b>The Gazette</b>: newspaper · <i>2 statements</i>

      <i>Only named:</i>
      <b>NATO</b>: the alliance whose ships use the port
      <b>Coastal Board</b>: authority for the coast
      [Jan Marsh: main points]
      [Ann Marsh: main points]
      [Tobias Renn: main points]
      [The Gazette: main points]
      [NATO]"
    `);
    expect((await chat.say("хто говорить у статті?")).shown).toMatchInlineSnapshot(`
      "<b>Кого згадано</b>

      <b>Ян Марш</b>: речник адміністрації порту · <i>1 висловлювання</i>
      <b>Анна Марш</b>: голова спілки докерів · <i>2 висловлювання</i>
      <b>Тобіас Ренн</b>: директор «Голм Лайнс» · <i>1 висловлювання</i>
      <b>Газета</b>: газета · <i>2 висловлювання</i>

      <i>Лише згадано:</i>
      <b>НАТО</b>: альянс, чиї кораблі заходять у порт
      <b>Берегова рада</b>: управління узбережжям
      [Ян Марш: головне]
      [Анна Марш: головне]
      [Тобіас Ренн: головне]
      [Газета: головне]
      [НАТО]"
    `);
  });

  test.each([
    "who is quoted",
    "whose opinions are these",
    "who says what?",
    "who are the speakers?",
    "кого цитують?",
    "чиї це думки?",
    "кто говорит в статье?",
    "кто что говорит?",
  ])("%j asks for them", async (question) => {
    const chat = await openMarked();
    expect((await chat.say(question)).shown).toMatch(/\[(?:Ann|Анна) Marsh|Марш: /u);
  });

  test("of bare text are none, and what can be asked is said", async () => {
    const chat = await openBare();
    expect((await chat.say("/people")).shown).toMatchInlineSnapshot(`
      "<b>People in this article</b>

      No people are listed for this article.
      Ask about any of this in your own words.
      [What is it about?]"
    `);
  });
});

describe("“who said that?”", () => {
  test("after a person's points names the person", async () => {
    const chat = await openMarked();
    await chat.say("Ann Marsh's points");
    expect((await chat.say("who said that?")).shown).toMatchInlineSnapshot(`
      "Said by <b>Ann Marsh</b>, head of the dockers' union

      1. “The cranes on the quay are forty years old, and nobody has looked at the cables.”
      2. The union has voted to strike if the cables are not tested.

      The Gazette
      [1] [2]"
    `);
  });

  test.each(["main points", "/facts", "/brief", "nato"])(
    "after %j says who says each",
    async (question) => {
      const chat = await openMarked();
      await chat.say(question);
      const { shown } = await chat.say("who said that?");
      expect(shown).toMatch(/^(?:<b>Who says what<\/b>|Said by )/u);
      expect(shown).toContain("[1]");
    },
  );

  test("after a topic that several passages cover says who says each", async () => {
    const chat = await openMarked();
    await chat.say("What about the quay?");
    expect((await chat.say("who said that?")).shown).toContain("[1]");
  });

  test("of one entry opens it", async () => {
    const chat = await openMarked();
    await chat.say("main points");
    expect((await chat.say("who said the second one?")).shown).toContain(
      "Said by <b>Ann Marsh</b>",
    );
  });

  test.each([
    ["основні тези", "хто це сказав?", "Хто що каже"],
    ["основні тези", "хто сказав друге?", "Хто це каже: <b>Анна Марш</b>"],
    ["основные тезисы", "кто это сказал?", "Кто что говорит"],
    ["основные тезисы", "кто сказал второе?", "Кто это говорит: <b>Анна Марш</b>"],
  ])("after %j, %j: %s", async (list, question, said) => {
    const chat = await openMarked();
    await chat.say(list);
    expect((await chat.say(question)).shown).toContain(said);
  });

  test("in reply to a list is about that list, though another followed", async () => {
    const chat = await openMarked();
    const points = await chat.say("Ann Marsh's points");
    await chat.say("/facts");
    const answer = await chat.replyTo(points.sent[0]).say("who said that?");
    expect(answer.shown).toMatch(/^Said by <b>Ann Marsh<\/b>/u);
  });

  test("after a card is about the card", async () => {
    const chat = await openMarked();
    await chat.say("main points");
    await chat.press("1");
    expect((await chat.say("who said that?")).shown).toContain("Said by <b>The Gazette</b>");
  });

  test("after the people is answered with the people", async () => {
    const chat = await openMarked();
    await chat.say("/people");
    expect((await chat.say("who said that?")).shown).toContain("<b>People in this article</b>");
  });
});
