import type { Update, UserFromGetMe } from "grammy/types";
import { z } from "zod";
import { MalformedResponse } from "./api-response.ts";

/** Fields that the bot does not use may be anything: Telegram adds new ones. */
const botSchema = z.looseObject({ id: z.int().positive(), username: z.string().min(1) });
const webhookSchema = z.looseObject({ url: z.string() });

/** Checks the result of `getMe`. */
export function parseBot(answer: UserFromGetMe): UserFromGetMe {
  if (!botSchema.safeParse(answer).success)
    throw new MalformedResponse("getMe", "describes no bot");
  return answer;
}

/** Checks the result of `getWebhookInfo`. */
export function parseWebhookInfo<Info extends { readonly url?: string }>(answer: Info): Info {
  if (webhookSchema.safeParse(answer).success) return answer;
  throw new MalformedResponse("getWebhookInfo", "describes no webhook");
}

/** Checks the result of a method that only confirms. */
export function parseConfirmation(method: string, answer: unknown): true {
  if (answer !== true) throw new MalformedResponse(method, "confirms nothing");
  return answer;
}

/** Checks the result of `getUpdates`: no more updates than requested, each with an id. */
export function parseUpdates(answer: readonly Update[], limit: number): readonly Update[] {
  const isList = Array.isArray(answer) && answer.length <= limit;
  if (isList && answer.every(isUpdate)) return answer;
  throw new MalformedResponse("getUpdates", "not a list of updates");
}

/** Checks only the id: Telegram adds new kinds of updates. */
export function isUpdate(content: unknown): content is Update {
  return (
    typeof content === "object" &&
    content !== null &&
    "update_id" in content &&
    Number.isSafeInteger(content.update_id)
  );
}
