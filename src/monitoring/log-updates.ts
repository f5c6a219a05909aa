import type { Observe } from "../delivery/delivery-event.ts";
import type { Log } from "../logging/log.ts";
import { keyedHash } from "../feedback/keyed-hash.ts";

/** Long enough to tell chats apart, too short to be mistaken for an id. */
const NAME_LENGTH = 10;

/** Logs one line per update. The chat is a keyed hash, which stays the same after a restart. */
export function logUpdates(log: Log, key: string): Observe {
  const nameOf = (chatId: number) =>
    keyedHash(key, String(chatId)).toString("base64url").slice(0, NAME_LENGTH);

  return (event) => {
    if (event.kind !== "update-ended") return;
    const { updateId, chatId, type, verdict, ms } = event;
    log("an update was handled", {
      update: updateId,
      chat: chatId === undefined ? undefined : nameOf(chatId),
      type,
      verdict,
      ms: Math.round(ms),
    });
  };
}
