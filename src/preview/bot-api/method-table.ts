import { z } from "zod";
import { answerCallbackQuery, answerCallbackQueryParameters } from "./answer-callback-query.ts";
import {
  editKeyboardParameters,
  editMessageReplyMarkup,
  editMessageText,
  editTextParameters,
} from "./edit-message.ts";
import { createPolling, getUpdatesParameters } from "./long-polling.ts";
import { readParameters } from "./read-parameters.ts";
import { sendMessage, sendMessageParameters } from "./send-message.ts";
import type { Telegram } from "./telegram.ts";
import * as wire from "./wire.ts";

export type Method = {
  /** Checks a payload and does what it asks for. */
  readonly start: (payload: unknown, hungUp: AbortSignal) => Started;
};

export type Started = { readonly unknown: readonly string[]; readonly result: Promise<unknown> };

export type MethodTable = Readonly<Record<string, Method>>;

const none = z.strictObject({});

/** Every method there is: its parameters, and what it does. */
export function methodTable(telegram: Telegram): MethodTable {
  const poll = createPolling(telegram.updates);

  return {
    getMe: method(none, () => telegram.bot),
    deleteWebhook: method(
      z.strictObject({ drop_pending_updates: wire.boolean.exactOptional() }),
      () => true,
    ),
    getUpdates: method(getUpdatesParameters, poll),
    sendMessage: method(sendMessageParameters, (wish) => sendMessage(telegram, wish)),
    editMessageText: method(editTextParameters, (wish) => editMessageText(telegram, wish)),
    editMessageReplyMarkup: method(editKeyboardParameters, (wish) =>
      editMessageReplyMarkup(telegram, wish),
    ),
    answerCallbackQuery: method(answerCallbackQueryParameters, (wish) =>
      answerCallbackQuery(telegram, wish),
    ),
  };
}

function method<Schema extends z.ZodType>(
  schema: Schema,
  answer: (wish: z.output<Schema>, hungUp: AbortSignal) => unknown,
): Method {
  return {
    start(payload, hungUp) {
      const { parameters, unknown } = readParameters(schema, payload);
      // The call waits for its own end, so that unknown parameters are noted even if a rule refuses it.
      return { unknown, result: Promise.resolve().then(() => answer(parameters, hungUp)) };
    },
  };
}
