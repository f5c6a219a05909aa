import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import type { Language } from "../../src/languages/language.ts";

const ARTICLES: Readonly<Record<Language, string>> = {
  en: `---
title: A visit to Vellan
language: en
people:
  olsen: { name: Greta Olsen, capacity: head of the Norse ports, aliases: [the port chief, the baker] }
  renn: { name: Tobias Renn, capacity: shipowner }
---

Vellan is waiting for the port chief, Greta Olsen. {#waits}

Greta Olsen will meet Tobias Renn and look at his ships. {#meets}

The port chief will speak about the quay after the trip to Vellan. {#speech}

The baker would put six tables outside. {#tables by=olsen kind=opinion}
`,
  uk: `---
title: Візит до Веллана
language: uk
people:
  olsen: { name: Грета Ульсен, capacity: голова норвезьких портів, aliases: [норвезька начальниця, начальниця, Ульсен] }
  renn: { name: Тобіас Ренн, capacity: судновласник }
---

Веллан чекає на норвезьку начальницю Грету Ульсен. {#waits}

Грета Ульсен зустрінеться з Тобіасом Ренном і огляне його кораблі. {#meets}

Норвезька начальниця говоритиме про причал після поїздки до Веллана. {#speech}
`,
  ru: `---
title: Визит в Веллан
language: ru
people:
  olsen: { name: Грета Ульсен, capacity: глава норвежских портов, aliases: [норвежская начальница, начальница, Ульсен] }
  renn: { name: Тобиас Ренн, capacity: судовладелец }
---

Веллан ждёт норвежскую начальницу Грету Ульсен. {#waits}

Грета Ульсен встретится с Тобиасом Ренном и осмотрит его корабли. {#meets}

Норвежская начальница расскажет о причале после поездки в Веллан. {#speech}
`,
};

function askIn(language: Language, question: string) {
  const parsed = parseArticle(ARTICLES[language], `visit.${language}.md`);
  if (parsed.kind !== "parsed") throw new Error(JSON.stringify(parsed));
  return prepareAnswers([parsed.article])(question).answer;
}

test.each<[Language, string]>([
  ["uk", "З ким зустрінеться начальниця?"],
  ["uk", "Чиї кораблі огляне норвезька начальниця у Веллані?"],
  ["ru", "С кем встретится начальница?"],
  ["ru", "Чьи корабли осмотрит начальница в Веллане?"],
])("in %s, a passage that names the person otherwise answers %j", (language, question) => {
  expect(askIn(language, question)).toMatchObject({ passage: { id: "meets" } });
});

// Her own words rank first: to tell them from what she will do takes the roles in a sentence.
test.fails.each<[Language, string]>([
  ["en", "Whom will the port chief meet?"],
  ["en", "Whose ships will the port chief look at in Vellan?"],
])("in %s, a passage that names the person otherwise should answer %j", (language, question) => {
  expect(askIn(language, question)).toMatchObject({ passage: { id: "meets" } });
});

test("“the baker” says nothing about a bakery where the baker is asked about", () => {
  expect(askIn("en", "Did Greta Olsen say she will close the bakery?").kind).not.toBe("answered");
});
