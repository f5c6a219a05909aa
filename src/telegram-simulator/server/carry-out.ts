import type { ApiError, ApiResponse } from "@grammyjs/types";
import type { ApiCall } from "./call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";
import { Refusal } from "../rules/refusal.ts";

/** Executes a call; errors become answers. */
export async function carryOut(
  table: MethodTable,
  call: ApiCall,
  hungUp: AbortSignal,
): Promise<ApiResponse<unknown>> {
  call.response = await answerOf(table, call, hungUp);
  return call.response;
}

async function answerOf(table: MethodTable, call: ApiCall, hungUp: AbortSignal) {
  try {
    const method = findMethod(table, call.method);
    if (!method) throw new Refusal(404, "Not Found: method not found");
    const { unknown, result } = method.start(call.payload, hungUp);
    call.unknownParameters = unknown;
    return { ok: true as const, result: await result };
  } catch (error) {
    return errorAnswer(error);
  }
}

/** Method names are case-insensitive. */
function findMethod(table: MethodTable, name: string) {
  const wanted = name.toLowerCase();
  const known = Object.keys(table).find((candidate) => candidate.toLowerCase() === wanted);
  return known === undefined ? undefined : table[known];
}

export function errorAnswer(error: unknown): ApiError {
  if (!(error instanceof Refusal)) {
    return { ok: false, error_code: 500, description: `Internal Server Error: ${String(error)}` };
  }
  const { code, message, parameters } = error;
  return { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
}
