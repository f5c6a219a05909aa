import { Api } from "grammy";
import { grammySignal } from "../transport/grammy-signal.ts";

type Account = { readonly token: string; readonly apiRoot: string };

/** Whoever reads metrics does not wait for a Telegram that is away. */
const PATIENCE_MS = 2000;

/** Asks how many updates Telegram holds for the bot; nothing where it does not say. */
export function askWaitingUpdates({ token, apiRoot }: Account): () => Promise<number | undefined> {
  const api = new Api(token, { apiRoot });
  return async () => {
    try {
      const info = await api.getWebhookInfo(grammySignal(AbortSignal.timeout(PATIENCE_MS)));
      const waiting: unknown = info.pending_update_count;
      return typeof waiting === "number" ? waiting : undefined;
    } catch {
      return undefined;
    }
  };
}
