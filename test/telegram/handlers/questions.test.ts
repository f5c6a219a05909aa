import { expect, test } from "vitest";
import { openBotChat } from "../../support/sample-bot.ts";

test("nobody is given another person's words", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("What did Putin say about oil?");
  expect(shown).toContain("It doesn't quote Vladimir Putin on that.");
});

test("“who says that?” means the passage shown last", async () => {
  const chat = await openBotChat();
  await chat.say("When is Xi visiting Moscow?");
  const { shown } = await chat.say("who says that?");
  expect(shown).toContain("Said by <b>the Kremlin</b>");
  expect(shown).toContain("<b>20–22 March</b>");
});

test("a typo is corrected, and the reply says so", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.say("when is the vizit of Xi to Moscow");
  expect(shown).toMatch(/^Reading this as visit\n\n<b>20–22 March<\/b>/u);
});

test("a photo's caption is a question", async () => {
  const chat = await openBotChat();
  const { shown } = await chat.send("photo", "When is Xi visiting Moscow?");
  expect(shown).toContain("<b>20–22 March</b>");
});

test.each(["photo", "sticker", "voice"] as const)(
  "a %s without words gets one hint",
  async (kind) => {
    const chat = await openBotChat();
    expect((await chat.send(kind)).shown).toBe("I can only read text. Please type your question.");
  },
);
