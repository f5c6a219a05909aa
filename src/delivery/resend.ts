import type { Transformer } from "grammy";
import type { Log } from "./log.ts";

const ABOUT_ENTITIES = /entit(?:y|ies)/iu;

/** Sends a message once more where Telegram says what to change about it. */
export function resend(log: Log): Transformer {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal);
    if (response.ok) return response;

    const newChat = response.parameters?.migrate_to_chat_id;
    if (newChat !== undefined) return prev(method, { ...payload, chat_id: newChat }, signal);

    if ("entities" in payload && ABOUT_ENTITIES.test(response.description)) {
      log("a reply had broken entities and was sent plain: this is a bug", { method });
      return prev(method, { ...payload, entities: [] }, signal);
    }
    return response;
  };
}
