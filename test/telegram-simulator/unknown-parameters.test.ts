import { expect, test } from "vitest";
import { openBotApi } from "../support/open-bot-api.ts";

test.each([
  [{ disable_web_page_preview: true }, "disable_web_page_preview"],
  [{ entities: [{ type: "bold", offset: 0, length: 1, size: 3 }] }, "entities.0.size"],
  [
    { reply_markup: { inline_keyboard: [[{ text: "ok", callback_data: "a", colour: "red" }]] } },
    "reply_markup.inline_keyboard.0.0.colour",
  ],
  [{ reply_markup: JSON.stringify({ inline_keyboard: [], resize: true }) }, "reply_markup.resize"],
])("%j is ignored, as by Telegram, and reported to the test", async (payload, parameter) => {
  const { api, send } = await openBotApi();
  expect(await send({ text: "hi", ...payload })).toMatchObject({ ok: true });
  expect(api.calls("sendMessage").at(-1)?.unknownParameters).toEqual([parameter]);
  expect(() => api.assertNoUnknownParameters()).toThrow(`sendMessage: ${parameter}`);
});

test("unknown parameters are reported at every level, also of a refused call", async () => {
  const { api, send } = await openBotApi();
  await send({ text: "", colour: "red", link_preview_options: { size: 3 } });
  expect(api.calls("sendMessage").at(-1)?.unknownParameters).toEqual([
    "link_preview_options.size",
    "colour",
  ]);
});

test("known parameters are not reported", async () => {
  const { api, send } = await openBotApi();
  await send({ text: "hi", protect_content: true, disable_notification: true });
  expect(() => api.assertNoUnknownParameters()).not.toThrow();
});
