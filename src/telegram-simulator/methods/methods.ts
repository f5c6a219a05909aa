import { z } from "zod";
import { answerCallbackQuery, answerCallbackQueryParameters } from "./answer-callback-query.ts";
import { answerInlineQuery, answerInlineQueryParameters } from "./answer-inline-query.ts";
import * as commands from "./bot-commands.ts";
import { deleteMessage, deleteMessageParameters } from "./delete-message.ts";
import * as edit from "./edit-message.ts";
import { getUpdatesParameters, type Polling } from "../updates/long-polling.ts";
import * as chats from "./chat-methods.ts";
import * as menu from "./menu-button.ts";
import { type MethodTable, method } from "./method-table.ts";
import { profileMethods } from "./profile-methods.ts";
import { setMessageReaction, setMessageReactionParameters } from "./set-message-reaction.ts";
import { sendMessage, sendMessageParameters } from "./send-message.ts";
import type { SimulatorState } from "../state/state.ts";
import * as hook from "./webhook-methods.ts";

export type MethodParts = {
  readonly state: SimulatorState;
  readonly polling: Polling;
  readonly webhookParts: hook.WebhookMethodParts;
};

const nothing = z.strictObject({});

/** Every method the simulator supports. */
export function createMethods({ state, polling, webhookParts }: MethodParts): MethodTable {
  /** Most methods only need the state. */
  function of<S extends z.ZodType>(
    schema: S,
    answer: (t: SimulatorState, params: z.output<S>) => unknown,
  ) {
    return method(schema, (params) => answer(state, params));
  }
  return {
    getMe: of(nothing, ({ bot }) => bot),

    getUpdates: method(getUpdatesParameters, async (params, hungUp) =>
      polling.poll(params, hungUp),
    ),
    setWebhook: method(hook.setWebhookParameters, (params) =>
      hook.setWebhook(webhookParts, params),
    ),
    deleteWebhook: method(hook.deleteWebhookParameters, (params) =>
      hook.deleteWebhook(webhookParts, params),
    ),
    getWebhookInfo: method(nothing, () => webhookParts.webhook.info()),

    sendMessage: of(sendMessageParameters, sendMessage),
    sendChatAction: of(chats.chatActionParameters, chats.sendChatAction),
    editMessageText: of(edit.editTextParameters, edit.editMessageText),
    editMessageReplyMarkup: of(edit.editKeyboardParameters, edit.editMessageReplyMarkup),
    deleteMessage: of(deleteMessageParameters, deleteMessage),
    setMessageReaction: of(setMessageReactionParameters, setMessageReaction),

    answerCallbackQuery: of(answerCallbackQueryParameters, answerCallbackQuery),
    answerInlineQuery: of(answerInlineQueryParameters, answerInlineQuery),

    getChat: of(chats.chatParameters, chats.getChat),
    getChatMember: of(chats.chatMemberParameters, chats.getChatMember),
    getChatMemberCount: of(chats.chatParameters, chats.getChatMemberCount),
    leaveChat: of(chats.chatParameters, chats.leaveChat),

    setMyCommands: of(commands.setMyCommandsParameters, commands.setMyCommands),
    getMyCommands: of(commands.commandScopeParameters, commands.getMyCommands),
    deleteMyCommands: of(commands.commandScopeParameters, commands.deleteMyCommands),
    setChatMenuButton: of(menu.setMenuButtonParameters, menu.setChatMenuButton),
    getChatMenuButton: of(menu.menuChatParameters, menu.getChatMenuButton),
    ...profileMethods(state),
  };
}
