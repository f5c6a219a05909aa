import { isValid } from "@telegram-apps/init-data-node";
import { z } from "zod";

/** A desk that was opened this long ago has to be opened anew from the chat. */
const MAX_AGE_SECONDS = 12 * 60 * 60;

export type Admission = {
  readonly token: string;
  /** Telegram ids of whoever may use the desk. */
  readonly admins: ReadonlySet<number>;
};

/** Who is at the page, as Telegram has signed it for this bot; or a sentence on why nobody is let in. */
export function admit(
  authorization: string | undefined,
  { token, admins }: Admission,
): { readonly by: string } | { readonly why: string } {
  const initData = TMA.exec(authorization ?? "")?.groups?.["data"];
  if (initData === undefined) return { why: FROM_CHAT };
  // Signed with the bot's token, and not too long ago.
  if (!isValid(initData, token, { expiresIn: MAX_AGE_SECONDS })) return { why: ANEW };
  const id = userIn(initData);
  return id !== undefined && admins.has(id) ? { by: String(id) } : { why: NOT_AN_EDITOR };
}

/** The scheme that Telegram recommends for what it hands to a Mini App. */
const TMA = /^tma (?<data>\S+)$/u;

const FROM_CHAT = "Open the desk from your chat with the bot.";
const ANEW = "This page is no longer valid. Open the desk anew from your chat with the bot.";
const NOT_AN_EDITOR =
  "The desk is for this bot's editors. Ask its operator to add you to ADMIN_IDS.";

const userSchema = z.object({ id: z.int() });

/** The user's id; the signature has been checked. */
function userIn(initData: string): number | undefined {
  try {
    const user: unknown = JSON.parse(new URLSearchParams(initData).get("user") ?? "");
    return userSchema.parse(user).id;
  } catch {
    return undefined;
  }
}
