import { z } from "zod";
import { QUERY_ANSWER_TIMEOUT_MS, MAX_TOAST_LENGTH } from "../rules/limits.ts";
import { badRequest } from "../rules/refusal.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

export const answerCallbackQueryParameters = z.strictObject({
  callback_query_id: wire.text.default(""),
  text: wire.text.exactOptional(),
  show_alert: wire.boolean.exactOptional(),
  url: z.string().exactOptional(),
  cache_time: wire.integer.exactOptional(),
});

export function answerCallbackQuery(
  state: SimulatorState,
  params: z.output<typeof answerCallbackQueryParameters>,
): true {
  const { text = "", show_alert: showAlert = false, url } = params;
  const press = state.callbackPresses.get(params.callback_query_id);
  const isOpen = press && state.now() - press.pressedAt <= QUERY_ANSWER_TIMEOUT_MS;
  if (!isOpen) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  // From memory: the documentation names the limit, not the error.
  if (text.length > MAX_TOAST_LENGTH) throw badRequest("MESSAGE_TOO_LONG");

  press.toast = { text, showAlert, ...(url !== undefined && { url }) };
  state.changes.notify({ kind: "toast", callbackQueryId: press.id });
  return true;
}
