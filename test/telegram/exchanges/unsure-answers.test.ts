import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../src/search/findings.ts";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat, searchConcluding } from "../../support/sample-bot.ts";

type Told = {
  readonly article: string;
  readonly question: string;
  /** What the mayor is not quoted on. */
  readonly ofMayor: string;
  readonly absent: string;
  readonly second: string;
  readonly who: string;
};

const TOLD: Readonly<Record<"en" | "uk" | "ru", Told>> = {
  en: {
    article: `---
title: The bridge at Kesten
language: en
people:
  osk: { name: Marta Osk, capacity: mayor of Kesten, aliases: [the mayor] }
  lund: { name: Per Lund, capacity: engineer, aliases: [the engineer] }
---

The bridge will be closed to lorries from May. {#lorries by=osk kind=announcement}

“Rust has weakened the bridge,” Per Lund said. {#rust by=lund kind=opinion quoted}

The repair of the bridge costs two million crowns. {#cost by=osk kind=announcement}

Children painted the old town hall. {#hall}
`,
    question: "What happens to the bridge?",
    ofMayor: "What did the mayor say about rust on the bridge?",
    absent: "What about bitcoin and the bridge?",
    second: "the second one",
    who: "who said that?",
  },
  uk: {
    article: `---
title: Міст у Кестені
language: uk
people:
  osk: { name: Марта Оськ, capacity: мерка Кестена, aliases: [мерка] }
  lund: { name: Пер Лунд, capacity: інженер, aliases: [інженер] }
---

Із травня міст закриють для вантажівок. {#lorries by=osk kind=announcement}

«Іржа послабила міст», — сказав Пер Лунд. {#rust by=lund kind=opinion quoted}

Ремонт мосту коштує два мільйони крон. {#cost by=osk kind=announcement}

Діти розмалювали стару ратушу. {#hall}
`,
    question: "Що буде з мостом?",
    ofMayor: "Що каже мерка про іржу на мосту?",
    absent: "Що з біткоїном і мостом?",
    second: "другий",
    who: "хто це сказав?",
  },
  ru: {
    article: `---
title: Мост в Кестене
language: ru
people:
  osk: { name: Марта Оск, capacity: мэр Кестена, aliases: [мэр] }
  lund: { name: Пер Лунд, capacity: инженер, aliases: [инженер] }
---

С мая мост закроют для грузовиков. {#lorries by=osk kind=announcement}

«Ржавчина ослабила мост», — сказал Пер Лунд. {#rust by=lund kind=opinion quoted}

Ремонт моста стоит два миллиона крон. {#cost by=osk kind=announcement}

Дети расписали старую ратушу. {#hall}
`,
    question: "Что будет с мостом?",
    ofMayor: "Что мэр сказала о ржавчине на мосту?",
    absent: "Что с биткоином и мостом?",
    second: "второй",
    who: "кто это сказал?",
  },
};

const LANGUAGES = ["en", "uk", "ru"] as const;

function chatIn(language: (typeof LANGUAGES)[number], verdict: Verdict) {
  const folder = articleFolder({ "bridge.md": TOLD[language].article });
  const user = { language_code: language };
  return openBotChat(folder, { searchWith: searchConcluding(verdict), user });
}

describe.each(LANGUAGES)("%s", (language) => {
  const told = TOLD[language];

  test("the closest passages are quoted in short, each with its speaker", async () => {
    const chat = await chatIn(language, "closest");
    expect((await chat.say(told.question)).shown).toMatchSnapshot();
  });

  test("the button of a closest passage sends all of it below", async () => {
    const chat = await chatIn(language, "closest");
    await chat.say(told.question);
    const { shown, sent } = await chat.press("2");
    expect(sent).toHaveLength(1);
    expect(shown).toMatchSnapshot();
  });

  test("“the second one” is the second of the closest", async () => {
    const chat = await chatIn(language, "closest");
    const closest = await chat.say(told.question);
    const second = quotationsIn(closest.shown)[1];
    expect(quotationsIn((await chat.say(told.second)).shown)).toEqual([second]);
  });

  test("“who said that?” names the speaker of each of the closest", async () => {
    const chat = await chatIn(language, "closest");
    await chat.say(told.question);
    expect((await chat.say(told.who)).shown).toMatchSnapshot();
  });

  test("“who said that?” is about the one that was opened", async () => {
    const chat = await chatIn(language, "closest");
    const closest = await chat.say(told.question);
    await chat.press("2");
    const asked = await chat.say(told.who);
    expect(quotationsIn(asked.shown)).toEqual([quotationsIn(closest.shown)[1]]);
  });

  test("what is near is said not to be it", async () => {
    const chat = await chatIn(language, "near");
    expect((await chat.say(told.absent)).shown).toMatchSnapshot();
  });

  test("somebody who is not quoted on it: their nearest words", async () => {
    const chat = await chatIn(language, "near");
    expect((await chat.say(told.ofMayor)).shown).toMatchSnapshot();
  });

  test("nothing near is said to be nothing, and shows no passage", async () => {
    const chat = await chatIn(language, "nothing");
    const { shown } = await chat.say(told.absent);
    expect(quotationsIn(shown)).toEqual([]);
    expect(shown).toMatchSnapshot();
  });
});

test("a reply to an old message with the closest passages is about all of them", async () => {
  const chat = await chatIn("en", "closest");
  const { sent } = await chat.say(TOLD.en.question);
  await chat.say("/forget");
  const { shown } = await chat.replyTo(sent[0]).say("who said that?");
  expect(shown).toContain("Marta Osk");
  expect(shown).toContain("Per Lund");
});

function quotationsIn(shown: string): string[] {
  return [...shown.matchAll(/<blockquote>(?<words>[^]*?)<\/blockquote>/gu)].map(({ groups }) =>
    (groups?.["words"] ?? "").replaceAll(/<\/?b>/gu, ""),
  );
}
