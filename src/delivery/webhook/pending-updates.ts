import { Api } from "grammy";
import { grammySignal } from "../transport/grammy-signal.ts";

type Account = { readonly token: string; readonly apiRoot: string };

/** A scrape of the metrics does not wait longer for Telegram. */
const TIMEOUT_MS = 2000;

/** Asks how many updates Telegram holds for the bot; `undefined` if it does not say. */
export function pendingUpdateCounter({
  token,
  apiRoot,
}: Account): () => Promise<number | undefined> {
  const api = new Api(token, { apiRoot });
  return async () => {
    try {
      const info = await api.getWebhookInfo(grammySignal(AbortSignal.timeout(TIMEOUT_MS)));
      const pending: unknown = info.pending_update_count;
      return typeof pending === "number" ? pending : undefined;
    } catch {
      return undefined;
    }
  };
}
