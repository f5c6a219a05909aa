import type { Transformer } from "grammy";
import type { Log } from "../../logging/log.ts";

const ABOUT_ENTITIES = /entit(?:y|ies)/iu;
const ABOUT_TOPICS = /message thread not found|TOPIC_(?:CLOSED|DELETED|ID_INVALID)/iu;

/** Retries a refused message once, changed as the refusal suggests. */
export function retryCorrected(log: Log): Transformer {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal);
    if (response.ok) return response;

    const newChat = response.parameters?.migrate_to_chat_id;
    if (newChat !== undefined) return prev(method, { ...payload, chat_id: newChat }, signal);

    if ("entities" in payload && ABOUT_ENTITIES.test(response.description)) {
      log("a reply had broken entities and was sent plain: this is a bug", { method });
      return prev(method, { ...payload, entities: [] }, signal);
    }
    if (ABOUT_TOPICS.test(response.description)) {
      log("a topic is closed or gone: its reply goes to the chat itself", { method });
      return sendOutsideTopic(prev, method, payload, signal);
    }
    return response;
  };
}

/** A reply goes to the topic of the message it answers; if that is refused as well, it is sent as no reply. */
const sendOutsideTopic: Transformer = async (prev, method, payload, signal) => {
  const elsewhere = without(payload, "message_thread_id");
  const response = await prev(method, elsewhere, signal);
  if (response.ok || !ABOUT_TOPICS.test(response.description)) return response;
  return prev(method, without(elsewhere, "reply_parameters"), signal);
};

/** Undefined fields are not sent. */
function without<Payload extends object>(payload: Payload, field: string): Payload {
  return field in payload ? { ...payload, [field]: undefined } : payload;
}
