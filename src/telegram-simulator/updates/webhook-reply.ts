import { carryOut } from "../server/carry-out.ts";
import type { CallLog } from "../server/call-log.ts";
import type { MethodTable } from "../methods/method-table.ts";
import { parseBody } from "../server/read-payload.ts";

/** What a webhook cannot ask for in its answer, besides everything that only reads. */
const NOT_IN_A_REPLY = new Set(["setwebhook", "deletewebhook", "close", "logout"]);

/** Carries out the method that a webhook's answer names, if it names one. Its result reaches nobody. */
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

/** An answer that cannot be read asks for nothing. */
async function readReply(body: string, contentType: string): Promise<Record<string, unknown>> {
  try {
    return { ...(await parseBody(body, contentType)) };
  } catch {
    return {};
  }
}
