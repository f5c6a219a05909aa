import { expect, test } from "vitest";
import { openBotChat } from "../support/sample-bot.ts";

test("an answer is a passage with who says it, in what capacity, and where", async () => {
  const chat = await openBotChat();
  expect((await chat.say("When is Xi visiting Moscow?")).shown).toMatchInlineSnapshot(`
    "<b>20–22 March</b>

    <blockquote>The Kremlin has announced that <b>Xi</b> Jinping will be in Russia from <b>20</b> to <b>22 March</b>.</blockquote>
    <i>The Kremlin, Russian authorities, who announced the visit · announcement · retold here</i>
    § What is known about the visit · Channel 24

    Editors' note: The article names no year; the context points to 2023.
    [What will Xi and Putin discuss?]
    [Why is the meeting so important for Putin?]
    [👍] [👎] [Copy] [Share]"
  `);
});

test("who is asked for is told in their capacity, as the article introduces them", async () => {
  const chat = await openBotChat();
  expect((await chat.say("who is Klochok")).shown).toMatchInlineSnapshot(`
    "<b>Valery Klochok</b>
    political expert, head of the Vezha Center for Public Analytics (as introduced by Channel 24)

    11 statements in this article
    [Valery Klochok: main points]"
  `);
});

test("what the article never mentions is named, with questions that it does answer", async () => {
  const chat = await openBotChat();
  expect((await chat.say("will bitcoin go up?")).shown).toMatchInlineSnapshot(`
    "<b>Not in this article.</b> It never mentions <i>bitcoin</i>.

    It can answer these:
    [When is Xi Jinping visiting Moscow?]
    [What will Xi and Putin discuss?]
    [What is it about?]"
  `);
});

test("where several passages are as near, the reader chooses among them", async () => {
  const chat = await openBotChat();
  expect((await chat.say("what about China?")).shown).toMatchInlineSnapshot(`
    "<b>Several passages are about that. Which one?</b>

    1. Declaration of February 2022 · <i>Valery Klochok, opinion</i>
    2. China's position: largely unchanged · <i>Valery Klochok, opinion</i>
    3. China will dictate the terms · <i>Valery Klochok, opinion</i>
    [1] [2] [3]"
  `);
});

test("somebody who is not quoted on something is not given another's words", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("What did Putin say about oil?");
  expect(shown).toContain("It does not quote Vladimir Putin on that.");
});

test("'who says that?' means the passage shown last", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  const { shown } = await chat.say("who says that?");
  expect(shown).toContain("Said by <b>the Kremlin</b>");
  expect(shown).toContain("<b>20–22 March</b>");
});

test("a slip of the finger is forgiven, and told", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("when is the vizit of Xi to Moscow");
  expect(shown).toMatch(/^Reading this as visit\n\n<b>20–22 March<\/b>/u);
});

test("the words under a photo are a question", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.send("photo", "When is Xi visiting Moscow?");
  expect(shown).toContain("<b>20–22 March</b>");
});

test.each(["photo", "sticker", "voice"] as const)(
  "a %s without words gets one hint",
  async (kind) => {
    const chat = await openBotChat();
    expect((await chat.send(kind)).shown).toBe(
      "I read text only. Write your question in a few words.",
    );
  },
);
