import type { Api } from "grammy";
import { callFailureOf } from "../transport/call-failure.ts";
import { type GrammySignal, grammySignal } from "../transport/grammy-signal.ts";
import { withMessageId, makeCall } from "./make-call.ts";
import type { Outbox } from "./outbox.ts";
import { afterFailure, answersQuery, type Call, laneOf, type OwedCall } from "./owed-call.ts";

export type UpdateApiParts = {
  readonly api: Api;
  readonly outbox: Outbox;
  readonly updateId: number;
  /** A lane in which another replica owes something. */
  readonly heldLane: string | undefined;
  /** Called before each call, and when the handler continues after it. */
  readonly onCall: (call: Call) => void;
  readonly onReturn: (call: Call) => void;
  /** Unix time in milliseconds. */
  readonly now: () => number;
};

/** For all calls of an update together; what is not sent by then is owed. */
const CALLS_MS = 8000;
/** With less time left, a call is not started. */
const WORTH_STARTING_MS = 1000;
/** A call that starts this soon needs no timer besides its own. */
const SOON_MS = 100;
/** More calls than any handler makes for an update. */
const MAX_CALLS = 100;

const ONLY_READS = /^get/u;

/**
 * The API for the handlers of one update. A call that Telegram does not accept is owed, and the handler
 * continues as if it had succeeded: an owed message has a negative id until it is sent. Only refusals reach the
 * handler.
 */
export function createUpdateApi({ api, outbox, updateId, ...parts }: UpdateApiParts): Api {
  const heldLanes = new Set(parts.heldLane === undefined ? [] : [parts.heldLane]);
  let calls = 0;
  let startedAt = 0;

  async function deliver(call: Call): Promise<unknown> {
    calls += 1;
    if (calls === 1) startedAt = performance.now();
    const number = calls;
    const leftMs = number === 1 ? CALLS_MS : CALLS_MS - (performance.now() - startedAt);
    const owed = () => owedBy(call, { updateId, number, at: parts.now() });
    if (hasToWait(call) || leftMs < WORTH_STARTING_MS) return owe(owed());
    const ready = await withMessageId(call, outbox.messageIdOf);
    try {
      const calling = makeCall(api, ready, withinMs(leftMs));
      return await outbox.wait(calling, { owed, answer: answerOf });
    } catch (error) {
      const failure = callFailureOf(error);
      if (failure === undefined || failure.kind === "refused") throw error;
      return owe(afterFailure(owed(), failure, parts.now()));
    }
  }

  /** Calls owed earlier in the same chat come first; a query is answered now or never. */
  function hasToWait(call: Call): boolean {
    if (heldLanes.size === 0 && !outbox.holdsAny()) return false;
    const lane = laneOf(call);
    return !answersQuery(call) && (heldLanes.has(lane) || outbox.holdsLane(lane));
  }

  async function owe(call: OwedCall): Promise<unknown> {
    await outbox.owe(call);
    return answerOf(call);
  }

  /** Imitates Telegram's answer. */
  function answerOf({ lane, standIn }: OwedCall): unknown {
    // It may be owed in Redis, which `hasToWait` does not check: the rest of this update waits as well.
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
    ...(leavesMessage && { standIn: -(updateId * MAX_CALLS + number) }),
    owedAt: at,
    dueAt: at,
    failures: 0,
    unclear: 0,
  };
}

/** The client's own timeout is enough for the first calls, and saves a timer. */
function withinMs(leftMs: number): GrammySignal | undefined {
  if (leftMs > CALLS_MS - SOON_MS) return undefined;
  return grammySignal(AbortSignal.timeout(Math.ceil(leftMs)));
}
