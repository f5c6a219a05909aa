import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { carryOut } from "./carry-out.ts";
import type { Fault } from "./faults.ts";
import { sendAnswer, sendHalf, sendHtml, sendOdd } from "./http-answer.ts";
import type { Call } from "./call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";

export type OpenCall = {
  readonly call: Call;
  readonly table: MethodTable;
  readonly response: ServerResponse;
  /** The caller has gone. */
  readonly hungUp: AbortSignal;
  readonly faultsCleared: AbortSignal;
};

/** Answers a call, or lets it go wrong as planned. */
export async function answerCall(open: OpenCall): Promise<void> {
  const { call, table, response, hungUp } = open;
  if (call.fault) await goWrong(call.fault, open);
  else sendAnswer(response, await carryOut(table, call, hungUp));
}

async function goWrong(fault: Fault, open: OpenCall): Promise<void> {
  const { call, table, response, hungUp, faultsCleared } = open;
  switch (fault.kind) {
    case "refusal":
    case "too-many-requests":
      call.response = refusalOf(fault);
      return sendAnswer(response, call.response);
    case "html":
      return sendHtml(response, fault.status);
    case "odd":
      return sendOdd(response, fault.body);
    case "reset-before":
      return void response.socket?.resetAndDestroy();
    case "reset-after":
      await carryOut(table, call, hungUp);
      return void response.socket?.resetAndDestroy();
    case "no-answer":
      return faultsCleared.addEventListener("abort", () => response.destroy(), { once: true });
    case "slow":
      await sleep(fault.delayMs);
      return sendAnswer(response, await carryOut(table, call, hungUp));
    case "truncated":
      return sendHalf(response, await carryOut(table, call, hungUp));
  }
}

function refusalOf(fault: Extract<Fault, { kind: "refusal" | "too-many-requests" }>) {
  if (fault.kind === "too-many-requests") {
    return {
      ok: false as const,
      error_code: 429,
      description: `Too Many Requests: retry after ${fault.retryAfterS}`,
      parameters: { retry_after: fault.retryAfterS },
    };
  }
  const { code, description, parameters } = fault;
  return { ok: false as const, error_code: code, description, ...(parameters && { parameters }) };
}
