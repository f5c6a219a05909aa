import { describe, expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import type { Language } from "../../src/languages/language.ts";

/** Two bodies that act together, of which editors listed one, and a mayor. */
const ARTICLES: Readonly<Record<Language, string>> = {
  en: `---
title: The fishing pact
language: en
people:
  varnholm: { name: Varnholm, capacity: island republic }
  lund: { name: Ada Lund, capacity: mayor of Port Vellan, aliases: [the mayor] }
  voss: { name: Emil Voss, capacity: chair of the fishermen's union }
---

Varnholm and Ostrey signed a pact on herring quotas in May. {#pact}

Ada Lund and Emil Voss agreed on a new fish market. {#market}

Varnholm will keep its own waters closed. {#waters by=varnholm kind=announcement}

The mayor says that the quay is too short. {#quay by=lund kind=opinion}

The union chair wants a second crane. {#crane by=voss kind=opinion}
`,
  uk: `---
title: Рибна угода
language: uk
people:
  varnholm: { name: Варнгольм, capacity: острівна республіка }
  lund: { name: Ада Лунд, capacity: мерка Порт-Веллана, aliases: [мерка, Лунд] }
  voss: { name: Еміль Восс, capacity: голова спілки рибалок, aliases: [Восс] }
---

У травні Варнгольм і Острей підписали пакт про квоти на оселедець. {#pact}

Ада Лунд і Еміль Восс домовилися про новий рибний ринок. {#market}

Варнгольм не відкриватиме своїх вод. {#waters by=varnholm kind=announcement}

Мерка каже, що причал закороткий. {#quay by=lund kind=opinion}

Голова спілки хоче другого крана. {#crane by=voss kind=opinion}
`,
  ru: `---
title: Рыбный пакт
language: ru
people:
  varnholm: { name: Варнхольм, capacity: островная республика }
  lund: { name: Ада Лунд, capacity: мэр Порт-Веллана, aliases: [мэр, Лунд] }
  voss: { name: Эмиль Восс, capacity: глава союза рыбаков, aliases: [Восс] }
---

В мае Варнхольм и Острей подписали пакт о квотах на сельдь. {#pact}

Ада Лунд и Эмиль Восс договорились о новом рыбном рынке. {#market}

Варнхольм не будет открывать свои воды. {#waters by=varnholm kind=announcement}

Мэр говорит, что причал слишком короткий. {#quay by=lund kind=opinion}

Глава союза хочет второй кран. {#crane by=voss kind=opinion}
`,
};

function askIn(language: Language) {
  const parsed = parseArticle(ARTICLES[language], `pact.${language}.md`);
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  return prepareAnswers([parsed.article]);
}

const ASK = { en: askIn("en"), uk: askIn("uk"), ru: askIn("ru") } as const;

describe("what two did together is in a passage, not on the card of one of them", () => {
  test.each<[Language, string, string]>([
    ["en", "What did Varnholm and Ostrey sign?", "pact"],
    ["en", "what Varnholm and Ostrey signed", "pact"],
    ["en", "tell me what Varnholm and Ostrey signed in May", "pact"],
    ["en", "Varnholm and Ostrey signed what?", "pact"],
    ["en", "What is Varnholm and Ostrey's pact about?", "pact"],
    ["en", "what Ostrey and Varnholm signed", "pact"],
    ["en", "What did Ada Lund and Emil Voss agree on?", "market"],
    ["en", "what Ada Lund and Emil Voss agreed on", "market"],
    ["uk", "Що Варнгольм і Острей підписали?", "pact"],
    ["uk", "Що Варнгольм та Острей підписали?", "pact"],
    ["uk", "Що підписали Варнгольм і Острей?", "pact"],
    ["uk", "Варнгольм та Острей підписали що?", "pact"],
    ["uk", "що Варнгольм й Острей підписали", "pact"],
    ["uk", "скажи, що Варнгольм й Острей підписали", "pact"],
    ["uk", "підкажіть, будь ласка, що підписали Варнгольм і Острей", "pact"],
    ["uk", "Про що домовилися Ада Лунд та Еміль Восс?", "market"],
    ["uk", "Про що Лунд і Восс домовилися?", "market"],
    ["uk", "Лунд і Восс про що домовилися?", "market"],
    ["ru", "Что Варнхольм и Острей подписали?", "pact"],
    ["ru", "Что подписали Варнхольм и Острей?", "pact"],
    ["ru", "Варнхольм и Острей что подписали?", "pact"],
    ["ru", "скажи, что Варнхольм и Острей подписали", "pact"],
    ["ru", "не знаете, что подписали Варнхольм и Острей?", "pact"],
    ["ru", "О чём договорились Ада Лунд и Эмиль Восс?", "market"],
    ["ru", "О чём Лунд и Восс договорились?", "market"],
    ["ru", "Лунд и Восс о чём договорились?", "market"],
  ])("in %s, %j is answered by %s", (language, question, id) => {
    expect(ASK[language](question).answer).toMatchObject({ kind: "answered", passage: { id } });
  });
});

test.each<[Language, string]>([
  ["en", "What do Ada Lund and Emil Voss say?"],
  ["en", "what did Ada Lund and Emil Voss say"],
  ["uk", "Що кажуть Ада Лунд та Еміль Восс?"],
  ["uk", "що кажуть Лунд і Восс"],
  ["ru", "Что говорят Ада Лунд и Эмиль Восс?"],
])("in %s, %j asks whose words are meant", (language, question) => {
  expect(ASK[language](question).answer).toMatchObject({
    kind: "which-person",
    people: [{ person: { id: "lund" } }, { person: { id: "voss" } }],
  });
});

describe("who one of them is stays a question for the card", () => {
  test.each<[Language, string]>([
    ["en", "Who is Varnholm?"],
    ["en", "Who is Varnholm and what does it want?"],
    ["en", "What is Varnholm, exactly?"],
    ["en", "Who is Varnholm, and is it rich?"],
    ["uk", "Що таке Варнгольм?"],
    ["uk", "Що таке Варнгольм і чого він хоче?"],
    ["uk", "Що таке Варнгольм, і про що він каже?"],
    ["ru", "Что такое Варнхольм?"],
    ["ru", "Что такое Варнхольм и чего он хочет?"],
    ["ru", "Что такое Варнхольм, и о чём он говорит?"],
  ])("in %s, %j", (language, question) => {
    expect(ASK[language](question).answer).toMatchObject({
      kind: "person",
      person: { id: "varnholm" },
    });
  });
});

test.each<[Language, string]>([
  ["en", "What do Ada Lund and Emil Voss say about the crane?"],
  ["uk", "Що кажуть Лунд і Восс про кран?"],
  ["ru", "Что говорят Лунд и Восс о кране?"],
])("in %s, the words of either answer a question to both: %s", (language, question) => {
  expect(ASK[language](question).answer).toMatchObject({ passage: { id: "crane" } });
});
