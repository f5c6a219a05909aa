import { expect, test } from "vitest";
import { articleFolder } from "../../support/article-folder.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const BRIDGE = {
  en: `---
title: The bridge at Kesten
language: en
people:
  osk: { name: Marta Osk, capacity: mayor of Kesten }
questions: [When will the bridge be closed?]
---

The bridge will be closed to lorries on 3 May. {#lorries by=osk kind=announcement key keywords="date"}

Rust has weakened eleven of its cables. {#rust}

A ferry takes people over the river. {#ferry}
`,
  uk: `---
title: Міст у Кестені
language: uk
people:
  osk: { name: Марта Оськ, capacity: мерка Кестена }
questions: [Коли закриють міст?]
---

Міст закриють для вантажівок 3 травня. {#lorries by=osk kind=announcement key keywords="дата"}

Іржа послабила одинадцять його тросів. {#rust}

Людей через річку возить пором. {#ferry}
`,
} as const;

test.each([
  ["uk", "en", "Хто купив біткоїни Зідана?"],
  ["ru", "en", "Кто купил биткоины Зидана?"],
  ["en", "uk", "Who bought Zidane's bitcoins in 1974?"],
  ["ru", "uk", "Кто купил биткоины Зидана?"],
] as const)("in %s about an article in %s: %s", async (_language, article, question) => {
  const chat = await openBotChat(articleFolder({ "bridge.md": BRIDGE[article] }));
  expect((await chat.say(question)).shown).toMatchSnapshot();
});

test("the buttons below it work, in the reader's language", async () => {
  const chat = await openBotChat(articleFolder({ "bridge.md": BRIDGE.en }));
  const { sent } = await chat.say("Хто купив біткоїни Зідана?");
  expect((await chat.press("Кого згадано", sent[0])).shown).toContain("Marta Osk");
  const again = await chat.say("Хто купив біткоїни Зідана?");
  expect((await chat.press("Ключові факти", again.sent[0])).shown).toContain("3 May");
  const third = await chat.say("Хто купив біткоїни Зідана?");
  expect((await chat.press("When will the bridge be closed?", third.sent[0])).shown).toContain(
    "to lorries on",
  );
});
