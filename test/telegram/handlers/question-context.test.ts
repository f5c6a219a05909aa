import { expect, test } from "vitest";
import { openChatMemory } from "../../../src/telegram/chat-memory.ts";
import { openBotChat } from "../../support/sample-bot.ts";

/** A chat that the bot can be made to forget, as after a restart. */
async function openForgetfulChat() {
  const memory = openChatMemory();
  const chat = await openBotChat("content", { memory });
  return { chat, forget: () => memory.forget(chat.user.chat.id) };
}

test("a reply to a card is about that card, even after the chat was forgotten", async () => {
  const { chat, forget } = await openForgetfulChat();
  const card = (await chat.say("How many countries support Putin?")).sent[0];
  await chat.say("When is Xi visiting Moscow?");
  forget();
  expect((await chat.say("who says that?")).shown).not.toContain("Said by");
  const { shown } = await chat.replyTo(card).say("who says that?");
  expect(shown).toContain("Said by <b>Valery Klochok</b>");
  expect(shown).toContain("<b>Up to a dozen supporters</b>");
});

test("a reply to an opened or voted-on card is about that card too", async () => {
  const { chat, forget } = await openForgetfulChat();
  await chat.say("/facts");
  await chat.press("5");
  forget();
  const { shown } = await chat.replyTo().say("who says that?");
  expect(shown).toContain("Said by <b>Channel 24</b>");
  await chat.press("👍");
  forget();
  expect((await chat.replyTo().say("more")).shown).toContain(
    "<b>China to keep an objective position</b>",
  );
});

test("a reply to a person's points is about that person", async () => {
  const { chat, forget } = await openForgetfulChat();
  const list = (await chat.say("What are the expert's main points?")).sent[0];
  forget();
  const { shown } = await chat.replyTo(list).say("what does he say about NATO?");
  expect(shown).toContain("<b>A plain signal about NATO</b>");
});

test("a reply to a person's points is about that person, whoever the chat is about by then", async () => {
  const chat = await openBotChat();
  const list = (await chat.say("What are the expert's main points?")).sent[0];
  await chat.say("who is Igor Yakovenko?");
  const { shown } = await chat.replyTo(list).say("what does he say about NATO?");
  expect(shown).toContain("<b>A plain signal about NATO</b>");
});

test("a reply to the reader's own message changes nothing", async () => {
  const { chat } = await openForgetfulChat();
  await chat.say("When is Xi visiting Moscow?");
  const own = chat.user.messages().find(({ from }) => from?.is_bot === false);
  expect((await chat.replyTo(own).say("who says that?")).shown).toContain("<b>the Kremlin</b>");
});

test("a question about words quoted from a card is about those words", async () => {
  const chat = await openBotChat();
  const card = (await chat.say("How many countries support Putin?")).sent[0];
  await chat.say("When is Xi visiting Moscow?");
  const { shown } = await chat.quote("a dozen countries", card).say("who says this?");
  expect(shown).toContain("Said by <b>Valery Klochok</b>");
});

test("“more” about quoted words shows the passage between its neighbours", async () => {
  const chat = await openBotChat();
  await chat.say("How many countries support Putin?");
  const { shown } = await chat.quote("a dozen countries").say("more");
  expect(shown.match(/<blockquote/gu)).toHaveLength(3);
  expect(shown).toContain("<b>Putin cannot do it alone</b>");
  expect(shown).toContain("<b>Beijing will shape Putin's position</b>");
});

test("an edited question is read as if its first version had never been asked", async () => {
  const chat = await openBotChat();
  await chat.say("How many countries support Putin?");
  await chat.say("When is Xi visiting Moscow?");
  await chat.edit("who says that?");
  const [, , , answer] = chat.user.messages();
  expect(answer?.text).toContain("Said by Valery Klochok");
});

test("an edited caption edits its answer", async () => {
  const chat = await openBotChat();
  await chat.send("photo", "When is Xi visiting Moscow?");
  expect((await chat.edit("Will Xi speak with Zelensky?")).shown).toContain("(edited)\n<b>A talk");
});
