import { carryOut } from "../server/carry-out.ts";
import type { CallLog } from "../server/call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";
import { parseBody } from "../server/read-payload.ts";

/** Methods a webhook cannot call in its answer, besides all that only read. */
const NOT_IN_A_REPLY = new Set(["setwebhook", "deletewebhook", "close", "logout"]);

/** Executes the method in a webhook's answer, if there is one. Its result goes nowhere. */
export async function answerWebhookReply(
  { table, callLog }: { readonly table: MethodTable; readonly callLog: CallLog },
  body: string,
  contentType: string,
): Promise<void> {
  const { method, ...payload } = await readReply(body, contentType);
  if (typeof method !== "string" || method === "") return;
  const name = method.toLowerCase();
  if (NOT_IN_A_REPLY.has(name) || name.startsWith("get")) return;

  const call = callLog.begin(method, payload);
  await carryOut(table, call, new AbortController().signal);
  callLog.end(call);
}

/** An unreadable answer calls nothing. */
async function readReply(body: string, contentType: string): Promise<Record<string, unknown>> {
  try {
    return { ...(await parseBody(body, contentType)) };
  } catch {
    return {};
  }
}
