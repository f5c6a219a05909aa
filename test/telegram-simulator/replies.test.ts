import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

test("a reply embeds the original without the original's own reply", async () => {
  const { send, user } = await openBotApi();
  const first = user.say("first");
  const second = user.say("second", { replyTo: first });
  await send({ text: "third", reply_parameters: { message_id: second.message_id } });

  const third = user.messages().at(-1);
  expect(third?.reply_to_message?.message_id).toBe(second.message_id);
  expect(third?.reply_to_message).not.toHaveProperty("reply_to_message");
});

test("a reply to a missing message is refused", async () => {
  const { send } = await openBotApi();
  const answer = await send({ text: "hi", reply_parameters: { message_id: 999 } });
  expect(answer).toEqual(badRequest("message to be replied not found"));
});

test("a reply to a missing message is sent without it if that is allowed", async () => {
  const { send, user } = await openBotApi();
  const wish = { message_id: 999, allow_sending_without_reply: true };
  expect(await send({ text: "hi", reply_parameters: wish })).toMatchObject({ ok: true });
  expect(user.messages().at(-1)).not.toHaveProperty("reply_to_message");
});

test("a reply without a message is refused", async () => {
  const { send } = await openBotApi();
  const answer = await send({ text: "hi", reply_parameters: { quote: "hi" } });
  expect(answer).toEqual(badRequest(`can't find field "message_id"`));
});

test.each([
  ["words that are not there", "three"],
  ["other letters", "One"],
  ["nothing", ""],
  ["more than 1024 characters", "a".repeat(1025)],
])("a quote of %s is refused", async (_what, quote) => {
  const { send, user } = await openBotApi();
  const { message_id } = user.say(`one two ${"a".repeat(2000)}`);
  const answer = await send({ text: "hi", reply_parameters: { message_id, quote } });
  expect(answer).toEqual(badRequest("QUOTE_TEXT_INVALID"));
});

test.each([
  [0, 0],
  [3, 4],
  [100, 8],
])("a quote with the hint %i is found at %i", async (quote_position, position) => {
  const { send, user } = await openBotApi();
  const { message_id } = user.say("one one one");
  await send({ text: "hi", reply_parameters: { message_id, quote: "one", quote_position } });
  expect(user.messages().at(-1)?.quote).toEqual({ text: "one", position });
});

test("a user quotes words of a message", async () => {
  const { user, api } = await openBotApi();
  const replyTo = user.say("one two");
  user.say("why?", { replyTo, quote: "two" });
  expect(api.pending().at(-1)?.message).toMatchObject({
    text: "why?",
    quote: { text: "two", position: 4, is_manual: true },
    reply_to_message: { text: "one two" },
  });
});

test("a user can only quote words of the message", async () => {
  const { user } = await openBotApi();
  const replyTo = user.say("one two");
  expect(() => user.say("why?", { replyTo, quote: "three" })).toThrow(
    'the message replied to does not contain "three"',
  );
});
