import { Api } from "grammy";
import { expect, test } from "vitest";
import { parseApiResponse } from "../../../src/delivery/transport/api-response.ts";
import { createUpdateApi } from "../../../src/delivery/outbox/update-api.ts";
import type { OwedCall } from "../../../src/delivery/outbox/owed-call.ts";

/** The calls of an update to an API that fails at first. Owed calls are visible only to other processes. */
function openCalls({ refusals }: { readonly refusals: number }) {
  const sent: unknown[] = [];
  const owed: OwedCall[] = [];
  const base = new Api("123456:a-token-of-some-length-for-the-test");
  base.config.use(async (_prev, _method, payload) => {
    if (sent.length < refusals) {
      sent.push("refused");
      return { ok: false, error_code: 500, description: "Internal Server Error" };
    }
    sent.push("text" in payload ? payload.text : payload);
    return parseApiResponse("send", { status: 200, text: '{"ok":true,"result":{"message_id":5}}' });
  });
  const api = createUpdateApi({
    api: base,
    outbox: {
      holdsAny: () => false,
      drop: () => 0,
      holdsLane: () => false,
      owe: async (call) => void owed.push(call),
      wait: (making) => making,
      messageIdOf: async () => undefined,
      isFull: () => false,
      start: () => undefined,
      stop: async () => undefined,
    },
    updateId: 7,
    heldLane: undefined,
    onCall: () => undefined,
    onReturn: () => undefined,
    now: Date.now,
  });
  return { api, sent, owed };
}

test("calls of an update wait behind one that is owed elsewhere", async () => {
  const { api, sent, owed } = openCalls({ refusals: 1 });
  await api.sendMessage(1, "first");
  await api.sendMessage(1, "second");
  await api.sendMessage(2, "elsewhere");
  expect(owed.map(({ payload }) => payload["text"])).toEqual(["first", "second"]);
  expect(sent).toEqual(["refused", "elsewhere"]);
});

test("an edit of a message owed elsewhere waits for that message", async () => {
  const { api, owed } = openCalls({ refusals: 1 });
  const { message_id: id } = await api.sendMessage(1, "first");
  await api.editMessageText(1, id, "changed");
  expect(owed.map(({ method, standIn }) => [method, standIn])).toEqual([
    ["sendMessage", id],
    ["editMessageText", undefined],
  ]);
});
