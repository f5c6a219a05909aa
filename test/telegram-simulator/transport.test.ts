import { expect, test } from "vitest";
import { openBotApi, refused } from "../support/open-bot-api.ts";

const KEYBOARD = JSON.stringify({ inline_keyboard: [[{ text: "more", callback_data: "more" }]] });

function multipart(): FormData {
  const form = new FormData();
  form.set("text", "hi");
  form.set("reply_markup", KEYBOARD);
  return form;
}

const FIELDS = { text: "hi", reply_markup: KEYBOARD };

test.each([
  ["JSON", { body: JSON.stringify(FIELDS), headers: { "content-type": "application/json" } }],
  ["urlencoded", { body: new URLSearchParams(FIELDS) }],
  ["multipart", { body: multipart() }],
])("parameters come as %s", async (_name, request) => {
  const { api, user } = await openBotApi();
  const url = `${api.url}/bot${api.token}/sendMessage?chat_id=${user.chat.id}`;
  const response = await fetch(url, { method: "POST", ...request });

  expect(response.status).toBe(200);
  expect(user.messages().at(-1)).toMatchObject({
    text: "hi",
    reply_markup: { inline_keyboard: [[{ text: "more" }]] },
  });
});

test("parameters may be in the query string of a GET", async () => {
  const { api, user } = await openBotApi();
  await fetch(`${api.url}/bot${api.token}/sendMessage?chat_id=${user.chat.id}&text=hi`);
  expect(user.messages().at(-1)?.text).toBe("hi");
});

test.each(["getMe", "getme", "GETME"])("%s is the same method in any case", async (name) => {
  const { api, call } = await openBotApi();
  expect(await call(name)).toEqual({ ok: true, result: api.bot });
});

test("an unknown method is not found", async () => {
  const { call } = await openBotApi();
  expect(await call("sendMessages")).toEqual(refused("Not Found: method not found", 404));
});

test.each([
  ["not-a-token", "Unauthorized: invalid token specified"],
  ["", "Unauthorized: invalid token specified"],
  ["%", "Unauthorized: invalid token specified"],
  ["1234567890:somebody-elses-token_aaaaaaaaaaaaaa", "Unauthorized"],
])("the token %j is refused", async (token, description) => {
  const { api } = await openBotApi();
  const response = await fetch(`${api.url}/bot${token}/getMe`);
  expect(response.status).toBe(401);
  expect(await response.json()).toEqual(refused(description, 401));
});

test("a token may be written with an encoded colon", async () => {
  const { api } = await openBotApi();
  const response = await fetch(`${api.url}/bot${encodeURIComponent(api.token)}/getMe`);
  expect(response.status).toBe(200);
});

test.each(["/", "/getMe", "/file/bot1:a/x"])("the path %s is not found", async (path) => {
  const { api } = await openBotApi();
  const response = await fetch(api.url + path);
  expect(await response.json()).toEqual(refused("Not Found", 404));
});

test("only GET and POST are allowed", async () => {
  const { api } = await openBotApi();
  const response = await fetch(`${api.url}/bot${api.token}/getMe`, { method: "DELETE" });
  expect(response.status).toBe(405);
});

test.each(["{", "null", "[]", '"text"'])("the JSON body %s is a bad request", async (body) => {
  const { api } = await openBotApi();
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.url}/bot${api.token}/getMe`, {
    method: "POST",
    headers,
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ ok: false, error_code: 400 });
});

test("the status repeats the error's code", async () => {
  const { api } = await openBotApi();
  const response = await fetch(`${api.url}/bot${api.token}/sendMessage?text=hi`);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual(refused("Bad Request: chat_id is empty"));
});

test("two simulators run side by side", async () => {
  const one = await openBotApi();
  const other = await openBotApi();
  expect(one.api.url).not.toBe(other.api.url);
});
