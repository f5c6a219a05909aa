import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const KEYBOARD = { inline_keyboard: [[{ text: "more", callback_data: "more" }]] };
const result = (id: string, more: object = {}) => ({
  type: "article",
  id,
  title: `Title ${id}`,
  input_message_content: { message_text: `text ${id}` },
  ...more,
});
const results = (count: number) => Array.from({ length: count }, (_, at) => result(String(at)));

async function openInline(options = {}) {
  const open = await openBotApi(options);
  const ask = open.user.askInline("nato");
  return {
    ...open,
    ask,
    answer: (payload: object) =>
      open.call("answerInlineQuery", { inline_query_id: ask.id, results: [], ...payload }),
  };
}

test.each([
  ["51 results", { results: results(51) }, "RESULTS_TOO_MUCH"],
  ["an id twice", { results: [result("a"), result("a")] }, "RESULT_ID_DUPLICATE"],
  ["an empty id", { results: [result("")] }, "RESULT_ID_INVALID"],
  ["an id of 65 bytes", { results: [result("a".repeat(65))] }, "RESULT_ID_INVALID"],
  ["an id of 33 Cyrillic letters", { results: [result("я".repeat(33))] }, "RESULT_ID_INVALID"],
  ["a result without title", { results: [result("a", { title: " " })] }, "ARTICLE_TITLE_EMPTY"],
  ["a next offset of 65 bytes", { next_offset: "a".repeat(65) }, "NEXT_OFFSET_INVALID"],
  [
    "a text that is too long",
    { results: [result("a", { input_message_content: { message_text: "a".repeat(4097) } })] },
    "message is too long",
  ],
  [
    "bad callback data",
    {
      results: [
        result("a", {
          reply_markup: { inline_keyboard: [[{ text: "ok", callback_data: "a".repeat(65) }]] },
        }),
      ],
    },
    "BUTTON_DATA_INVALID",
  ],
  [
    "a bad start parameter",
    { button: { text: "open", start_parameter: "a b" } },
    "START_PARAM_INVALID",
  ],
  ["a button without text", { button: { text: "", start_parameter: "a" } }, "BUTTON_TEXT_INVALID"],
  [
    "an unknown query",
    { inline_query_id: "x" },
    "query is too old and response timeout expired or query ID is invalid",
  ],
  [
    "a result without id",
    { results: [{ ...result("a"), id: undefined }] },
    `can't parse inline query result: Can't find field "id"`,
  ],
])("an answer with %s is refused", async (_what, payload, reason) => {
  const { answer } = await openInline();
  expect(await answer(payload)).toEqual(badRequest(reason));
});

test("an answer of 50 results is shown", async () => {
  const { answer, ask } = await openInline();
  const button = { text: "Open the bot", start_parameter: "from_inline" };
  expect(await answer({ results: results(50), next_offset: "50", button })).toMatchObject({
    ok: true,
  });
  expect(ask.answer?.results).toHaveLength(50);
  expect(ask.answer).toMatchObject({
    nextOffset: "50",
    button: { text: "Open the bot", startParameter: "from_inline" },
  });
});

test("a chosen result is posted as the user's message", async () => {
  const { answer, ask, user, api } = await openInline();
  await answer({ results: [result("a")] });
  expect(user.chooseInline(ask, "a")).toMatchObject({
    text: "text a",
    from: { id: user.account.id },
    via_bot: { id: api.bot.id },
  });
  expect(api.pending().at(-1)?.chosen_inline_result).toMatchObject({
    result_id: "a",
    query: "nato",
  });
});

test("a chosen result with a keyboard can be pressed and edited", async () => {
  const { answer, ask, user, api, call } = await openInline();
  await answer({ results: [result("a", { reply_markup: KEYBOARD })] });
  const { message_id } = user.chooseInline(ask, "a");
  const { inline_message_id } = api.pending().at(-1)?.chosen_inline_result ?? {};
  expect(inline_message_id).toBeTypeOf("string");

  user.press(message_id, "more");
  expect(api.pending().at(-1)?.callback_query).toMatchObject({ inline_message_id, data: "more" });
  expect(api.pending().at(-1)?.callback_query).not.toHaveProperty("message");

  const edit = await call("editMessageText", { inline_message_id, text: "edited" });
  expect(edit).toEqual({ ok: true, result: true });
  expect(user.messages().at(-1)?.text).toBe("edited");
});

test("a chosen result without a keyboard has no inline message id", async () => {
  const { answer, ask, user, api } = await openInline();
  await answer({ results: [result("a")] });
  user.chooseInline(ask, "a");
  expect(api.pending().at(-1)?.chosen_inline_result).not.toHaveProperty("inline_message_id");
});

test("an inline query has at most 256 characters", async () => {
  const { user } = await openInline();
  expect(() => user.askInline("a".repeat(257))).toThrow("at most 256 characters");
});
