import { laneOf, type OwedCall } from "../../../src/delivery/outbox/owed-call.ts";

/** A new owed message; all of them became owed at the same moment. */
export function owedMessage({
  updateId = 7,
  chatId = 1,
  ...more
}: Partial<OwedCall> & { chatId?: number } = {}): OwedCall {
  const call = {
    method: "sendMessage",
    payload: { chat_id: chatId, text: `answer ${updateId}`, entities: [] },
  };
  return {
    ...call,
    id: `${updateId}:1`,
    updateId,
    lane: laneOf(call),
    owedAt: 1_700_000_000_000,
    dueAt: 1_700_000_000_000,
    failures: 0,
    unclear: 0,
    ...more,
  };
}
