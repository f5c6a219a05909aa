import type { Observe } from "../delivery/delivery-event.ts";
import type { Log } from "../logging/log.ts";
import { loggedChat } from "../feedback/keyed-hash.ts";

/** Logs one line per update. The chat is a keyed hash, which stays the same after a restart. */
export function logUpdates(log: Log, key: string): Observe {
  return (event) => {
    if (event.kind !== "update-ended") return;
    const { updateId, chatId, type, verdict, ms } = event;
    log("an update was handled", {
      update: updateId,
      chat: chatId === undefined ? undefined : loggedChat(key, chatId),
      type,
      verdict,
      ms: Math.round(ms),
    });
  };
}
