import type { Update } from "@grammyjs/types";
import { expect, test } from "vitest";
import { z } from "zod";
import { type OpenBotApi, openBotApi, refused } from "../support/open-bot-api.ts";

const SECOND_POLLER =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

const updates = z.array(z.custom<Update>());

async function poll({ call }: OpenBotApi, payload: object = {}): Promise<readonly Update[]> {
  const { result } = await call("getUpdates", payload);
  return updates.parse(result);
}

function texts(received: readonly Update[]) {
  return received.map(({ message }) => message?.text);
}

async function openThreeUpdates() {
  const open = await openBotApi();
  for (const text of ["one", "two", "three"]) open.user.say(text);
  const [first] = await poll(open);
  return { ...open, firstId: first?.update_id ?? 0 };
}

test("an update is sent again until an offset acknowledges it", async () => {
  const open = await openThreeUpdates();
  expect(texts(await poll(open))).toEqual(["one", "two", "three"]);
  expect(texts(await poll(open))).toEqual(["one", "two", "three"]);
  expect(texts(await poll(open, { offset: open.firstId }))).toEqual(["one", "two", "three"]);
  expect(texts(await poll(open, { offset: open.firstId + 1 }))).toEqual(["two", "three"]);
  expect(texts(await poll(open))).toEqual(["two", "three"]);
});

test("ids count up", async () => {
  const open = await openThreeUpdates();
  const ids = (await poll(open)).map(({ update_id: id }) => id);
  expect(ids).toEqual([open.firstId, open.firstId + 1, open.firstId + 2]);
});

test("a negative offset drops all but the last updates", async () => {
  const open = await openThreeUpdates();
  expect(texts(await poll(open, { offset: -2 }))).toEqual(["two", "three"]);
  expect(texts(await poll(open))).toEqual(["two", "three"]);
});

test.each([
  [1, ["one"]],
  [2, ["one", "two"]],
  [0, ["one"]],
  [1000, ["one", "two", "three"]],
])("with the limit %i come %j", async (limit, expected) => {
  const open = await openThreeUpdates();
  expect(texts(await poll(open, { limit }))).toEqual(expected);
});

test("a poll returns at most 100 updates", async () => {
  const open = await openBotApi();
  for (let count = 0; count < 101; count++) open.user.say("hi");
  expect(await poll(open, { limit: 1000 })).toHaveLength(100);
});

test("without a timeout an empty answer is immediate", async () => {
  const open = await openBotApi();
  expect(await poll(open)).toEqual([]);
});

test("a long poll waits for the next update", async () => {
  const open = await openBotApi();
  const waiting = poll(open, { timeout: 50 });
  setTimeout(() => open.user.say("late"), 20);
  expect(texts(await waiting)).toEqual(["late"]);
});

test("a long poll ends empty after its timeout", async () => {
  const open = await openBotApi();
  const startedAt = performance.now();
  expect(await poll(open, { timeout: 1 })).toEqual([]);
  expect(performance.now() - startedAt).toBeGreaterThan(900);
});

test("a second poller ends the first", async () => {
  const open = await openBotApi();
  const first = open.call("getUpdates", { timeout: 50 });
  await expect.poll(() => open.api.calls("getUpdates").at(-1)?.payload).toEqual({ timeout: 50 });
  const second = open.call("getUpdates", { timeout: 50 });
  expect(await first).toEqual(refused(SECOND_POLLER, 409));

  open.user.say("hi");
  expect(await second).toMatchObject({ ok: true, result: [{ message: { text: "hi" } }] });
});

test("a poller that hangs up loses nothing", async () => {
  const open = await openBotApi();
  const { url, token } = open.api;
  const leaving = fetch(`${url}/bot${token}/getUpdates?timeout=50`, {
    signal: AbortSignal.timeout(30),
  });
  await expect(leaving).rejects.toThrow("timeout");
  open.user.say("hi");
  expect(texts(await poll(open, { timeout: 1 }))).toEqual(["hi"]);
});

test("a subscription lasts until the next one", async () => {
  const open = await openBotApi();
  await poll(open, { allowed_updates: ["edited_message"] });
  const { message_id: id } = open.user.say("not wanted");
  open.user.edit(id, "wanted");
  expect(await poll(open)).toMatchObject([{ edited_message: { text: "wanted" } }]);

  await poll(open, { offset: -1, allowed_updates: [] });
  open.user.say("wanted again");
  expect(texts(await poll(open))).toContain("wanted again");
});

test("subscribing to an unknown update type is refused", async () => {
  const { call } = await openBotApi();
  const answer = await call("getUpdates", { allowed_updates: ["messages"] });
  expect(answer).toMatchObject({ ok: false, error_code: 400 });
});

test("a test can make ids jump and repeat an update", async () => {
  const open = await openBotApi();
  open.api.continueFrom(7);
  open.user.say("after a quiet week");
  const [update] = await poll(open);
  expect(update?.update_id).toBe(7);

  if (update) open.api.inject(update);
  expect(texts(await poll(open))).toEqual(["after a quiet week", "after a quiet week"]);
});
