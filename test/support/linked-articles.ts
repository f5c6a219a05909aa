import { articleLookupInMemory } from "../../src/content/article-lookup-in-memory.ts";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { type ChatMemory, openChatMemory } from "../../src/telegram/chat-memory.ts";
import { createBot } from "../../src/telegram/create-bot.ts";
import type { OpenChat } from "./chat-at.ts";
import { openChat, type OpenChatOptions } from "./open-chat.ts";

export const FERRY_URL = "https://packet.example/news/night-ferry-2024";
export const BRIDGE_URL = "https://gazette.example/bridge-closed";
export const UNKNOWN_URL = "https://packet.example/news/tram-strike-2024";

const FERRY = `---
title: The night ferry is back
source: { publisher: packet, url: ${FERRY_URL} }
people:
  packet: { name: The Vellan Packet, capacity: local newspaper }
  renn: { name: Tobias Renn, capacity: director of Holm Lines }
questions: [When does the ferry leave?, What does a ticket cost?]
---

## The ferry {#ferry}

The night ferry leaves Port Vellan at eight in the evening. {#leaves lead="At eight"}

A single ticket costs 9 crowns, says Tobias Renn. {#fares by=renn kind=announcement lead="9 crowns"}

The work on the pier cost two million crowns. {#pier}
`;

const FERRY_UK = `---
title: Нічний пором повернувся
people:
  packet: { name: Велланський пакет, capacity: місцева газета }
  renn: { name: Тобіас Ренн, capacity: директор «Голм Лайнс» }
questions: [Коли відпливає пором?, Скільки коштує квиток?]
---

## Пором {#ferry}

Нічний пором відпливає з Порт-Веллана о восьмій вечора. {#leaves lead="О восьмій"}

Квиток коштує 9 крон, каже Тобіас Ренн. {#fares lead="9 крон"}

Роботи на пірсі коштували два мільйони крон. {#pier}
`;

const BRIDGE = `---
title: The old bridge closes
source: { publisher: gazette, url: ${BRIDGE_URL} }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann Marsh, capacity: mayor }
questions: [When does the bridge close?]
---

The old bridge closes on Monday for repairs. {#closes lead="On Monday"}

The repairs cost six million crowns, says Ann Marsh. {#repairs by=ann kind=announcement}
`;

const FILES = { "ferry.md": FERRY, "ferry.uk.md": FERRY_UK, "bridge.md": BRIDGE };

export function linkedArticles(): readonly Article[] {
  const files = Object.entries(FILES).map(([path, text]) => ({ path, text }));
  const library = parseLibrary(files, []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  return library.articles;
}

type Options = OpenChatOptions & {
  readonly memory?: ChatMemory;
  readonly articles?: () => readonly Article[];
};

/** A reader's chat with a bot that has the articles of two papers, each with its address. */
export async function openLinkedChat({
  memory = openChatMemory(),
  articles,
  ...options
}: Options = {}): Promise<OpenChat> {
  const all = linkedArticles();
  const answerQuestion = prepareAnswers(all);
  return openChat(
    (token, apiRoot) =>
      createBot({
        token,
        apiRoot,
        memory,
        articles: articleLookupInMemory(articles ?? (() => all)),
        answerQuestion,
      }),
    options,
  );
}
