import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiResponse } from "@grammyjs/types";
import { carryOut } from "./carry-out.ts";
import type { Fault } from "./faults.ts";
import type { ApiCall } from "./call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";

export type OpenCall = {
  readonly call: ApiCall;
  readonly table: MethodTable;
  readonly response: ServerResponse;
  /** The caller closed the connection. */
  readonly hungUp: AbortSignal;
  readonly faultsCleared: AbortSignal;
};

/** Answers a call, or plays the fault planned for it. */
export async function answerCall(open: OpenCall): Promise<void> {
  const { call, table, response, hungUp } = open;
  if (call.fault) await playFault(call.fault, open);
  else sendAnswer(response, await carryOut(table, call, hungUp));
}

async function playFault(fault: Fault, open: OpenCall): Promise<void> {
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

const HTTP_OK = 200;

/** As Telegram does: the HTTP status repeats the error code. */
export function sendAnswer(response: ServerResponse, answer: ApiResponse<unknown>): void {
  const retryAfter = answer.ok ? undefined : answer.parameters?.retry_after;
  response.writeHead(answer.ok ? HTTP_OK : answer.error_code, {
    "content-type": "application/json",
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
  });
  response.end(JSON.stringify(answer));
}

/** Half of an answer that should go on. */
function sendHalf(response: ServerResponse, answer: ApiResponse<unknown>): void {
  const body = JSON.stringify(answer);
  const half = body.slice(0, Math.ceil(body.length / 2));
  response.writeHead(HTTP_OK, { "content-type": "application/json" });
  response.end(half);
}

function sendHtml(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end(
    `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center></body>\r\n</html>\r\n`,
  );
}

function sendOdd(response: ServerResponse, body: string): void {
  response.writeHead(HTTP_OK, { "content-type": "application/json" });
  response.end(body);
}
