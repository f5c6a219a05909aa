import type { Api } from "grammy";
import { callFailureOf } from "../transport/call-failure.ts";
import { type GrammySignal, grammySignal } from "../transport/grammy-signal.ts";
import { addressed, makeCall } from "./make-call.ts";
import type { Outbox } from "./outbox.ts";
import { afterFailure, answersQuery, type Call, laneOf, type OwedCall } from "./owed-call.ts";

export type UpdateApiParts = {
  readonly api: Api;
  readonly outbox: Outbox;
  readonly updateId: number;
  /** A lane for which something is owed elsewhere. */
  readonly heldLane: string | undefined;
  /** Told with each call before it is made, and when the handler goes on after it. */
  readonly onCall: (call: Call) => void;
  readonly onReturn: (call: Call) => void;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** All calls of an update together; what is not sent by then is owed. */
const CALLS_MS = 8000;
/** With less time left a call is not begun. */
const WORTH_BEGINNING_MS = 1000;
const SOON_MS = 100;
/** More calls than any handler makes for an update. */
const MOST_CALLS = 100;

const ONLY_READS = /^get/u;

/**
 * The API as the handlers of one update see it. A call that Telegram does not take is owed, and the
 * handler goes on as if it had been taken: a message that is owed has a negative id until it is sent.
 * Only refusals reach the handler.
 */
export function createUpdateApi({ api, outbox, updateId, ...parts }: UpdateApiParts): Api {
  const heldLanes = new Set(parts.heldLane === undefined ? [] : [parts.heldLane]);
  let made = 0;
  let beganAt = 0;

  async function deliver(call: Call): Promise<unknown> {
    made += 1;
    if (made === 1) beganAt = performance.now();
    const number = made;
    const leftMs = number === 1 ? CALLS_MS : CALLS_MS - (performance.now() - beganAt);
    const owed = () => owedBy(call, { updateId, number, at: parts.now() });
    if (hasToWait(call) || leftMs < WORTH_BEGINNING_MS) return owe(owed());
    const ready = await addressed(call, outbox.messageIdOf);
    try {
      const making = makeCall(api, ready, withinMs(leftMs));
      return await outbox.wait(making, { owed, answer: answerOf });
    } catch (error) {
      const failure = callFailureOf(error);
      if (failure === undefined || failure.kind === "refused") throw error;
      return owe(afterFailure(owed(), failure, parts.now()));
    }
  }

  /** What is owed before it in the same chat comes first; a query is answered now or never. */
  function hasToWait(call: Call): boolean {
    if (heldLanes.size === 0 && !outbox.holdsAny()) return false;
    const lane = laneOf(call);
    return !answersQuery(call) && (heldLanes.has(lane) || outbox.holdsLane(lane));
  }

  async function owe(call: OwedCall): Promise<unknown> {
    await outbox.owe(call);
    return answerOf(call);
  }

  /** As Telegram would answer. */
  function answerOf({ lane, standIn }: OwedCall): unknown {
    // It may be owed where this process does not look: what follows in this update waits as well.
    heldLanes.add(lane);
    return standIn === undefined ? true : { message_id: standIn };
  }

  const raw = new Proxy(api.raw, {
    get(target, method, receiver) {
      const isOwable = typeof method === "string" && !ONLY_READS.test(method);
      if (!isOwable) return Reflect.get(target, method, receiver);
      return async (payload: Call["payload"]) => {
        const call = { method, payload };
        parts.onCall(call);
        const answer = await deliver(call);
        parts.onReturn(call);
        return answer;
      };
    },
  });
  return Object.create(api, { raw: { value: raw } });
}

function owedBy(
  call: Call,
  {
    updateId,
    number,
    at,
  }: { readonly updateId: number; readonly number: number; readonly at: number },
): OwedCall {
  const leavesMessage = call.method.startsWith("send") && call.method !== "sendChatAction";
  return {
    ...call,
    id: `${updateId}:${number}`,
    updateId,
    lane: laneOf(call),
    ...(leavesMessage && { standIn: -(updateId * MOST_CALLS + number) }),
    owedAt: at,
    dueAt: at,
    failures: 0,
    unclear: 0,
  };
}

/** A call's own limit does for the first ones, and costs no timer of its own. */
function withinMs(leftMs: number): GrammySignal | undefined {
  if (leftMs > CALLS_MS - SOON_MS) return undefined;
  return grammySignal(AbortSignal.timeout(Math.ceil(leftMs)));
}
