import { describe, expect, test } from "vitest";
import {
  afterFailure,
  laneOf,
  type OwedCall,
  giveUpReason,
} from "../../../src/delivery/outbox/owed-call.ts";
import { owedMessage } from "./owed-message.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The pauses between the tries of a call that keeps failing like this until it is given up, in seconds. */
function pausesOf(failure: Parameters<typeof afterFailure>[1], call: OwedCall): number[] {
  const pauses: number[] = [];
  let tried = call;
  for (let now = call.owedAt; pauses.length < 200; now = tried.dueAt) {
    if (giveUpReason(tried, now) !== undefined) break;
    tried = afterFailure(tried, failure, now);
    pauses.push((tried.dueAt - now) / SECOND);
  }
  return pauses;
}

test("a call that may have arrived is repeated five times, after 1, 5, 20, 60 and 120 seconds", () => {
  const call = owedMessage();
  expect(pausesOf({ kind: "unclear" }, call)).toEqual([1, 5, 20, 60, 120, 0]);
});

test("a call that was never sent is retried with growing pauses for ten minutes", () => {
  const pauses = pausesOf({ kind: "not-sent" }, owedMessage());
  expect(pauses.slice(0, 6)).toEqual([0.5, 1, 2, 4, 8, 8]);
  const sum = pauses.reduce((total, pause) => total + pause, 0);
  expect(sum).toBeGreaterThanOrEqual(600);
  expect(sum).toBeLessThan(610);
});

test.each([
  ["of a second is kept", 1, 1],
  ["of a minute is kept", 60, 60],
  ["of an hour ends when the call is worth nothing any more", 3600, 600],
  ["of a month does, too", 3_000_000, 600],
])("a wait %s", (_name, waitS, pauseS) => {
  const call = owedMessage();
  const again = afterFailure(call, { kind: "retry-after", waitMs: waitS * SECOND }, call.owedAt);
  expect((again.dueAt - call.owedAt) / SECOND).toBe(pauseS);
});

describe("a call is given up", () => {
  const call = owedMessage();
  test.each([
    ["a message after ten minutes", call, 10 * MINUTE],
    ["a query after fifteen seconds", { ...call, method: "answerInlineQuery" }, 15 * SECOND],
  ])("%s, and not before", (_name, owed, afterMs) => {
    expect(giveUpReason(owed, owed.owedAt + afterMs - 1)).toBeUndefined();
    expect(giveUpReason(owed, owed.owedAt + afterMs)).toContain("in time");
  });
});

test.each([
  [{ method: "sendMessage", payload: { chat_id: 7 } }, "chat:7"],
  [{ method: "editMessageText", payload: { chat_id: -7, message_id: 1 } }, "chat:-7"],
  [{ method: "answerCallbackQuery", payload: { callback_query_id: "a" } }, "query:a"],
  [{ method: "answerInlineQuery", payload: { inline_query_id: "b" } }, "query:b"],
  [{ method: "editMessageText", payload: { inline_message_id: "c" } }, "query:c"],
])("$method is in order with what else changes the same chat", (call, lane) => {
  expect(laneOf(call)).toBe(lane);
});
