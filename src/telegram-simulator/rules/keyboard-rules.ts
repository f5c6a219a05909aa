import type { Chat, InlineKeyboardButton, InlineKeyboardMarkup } from "@grammyjs/types";
import {
  MAX_BUTTONS,
  MAX_CALLBACK_DATA_BYTES,
  MAX_COPY_TEXT_LENGTH,
  byteLength,
} from "./limits.ts";
import { acceptedUrl, linkProblem } from "./link-rules.ts";
import { badRequest } from "./refusal.ts";
import type { Keyboard, RawButton } from "../methods/shapes.ts";

type ButtonRule = {
  readonly isBroken: (button: RawButton) => boolean;
  readonly reason: (button: RawButton) => string;
};

const BUTTON_RULES: readonly ButtonRule[] = [
  {
    isBroken: ({ text }) => text.trim() === "",
    reason: () => "inline keyboard button text must be non-empty",
  },
  {
    // Telegram uses the first action and ignores the rest, which no sender wants.
    isBroken: (button) => actionsOf(button).length > 1,
    reason: (button) =>
      `button "${button.text}" has several actions: ${actionsOf(button).join(", ")}`,
  },
  {
    // To Telegram, empty data is no action.
    isBroken: (button) => actionsOf(button).length === 0 || button.callback_data === "",
    reason: () =>
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  },
  {
    isBroken: ({ callback_data: data = "" }) => byteLength(data) > MAX_CALLBACK_DATA_BYTES,
    reason: () => "BUTTON_DATA_INVALID",
  },
  {
    isBroken: ({ url }) => url !== undefined && acceptedUrl(url) === undefined,
    reason: ({ url = "" }) => `inline keyboard button URL '${url}' is invalid: ${linkProblem(url)}`,
  },
  {
    isBroken: ({ web_app: app }) => app !== undefined && !app.url.startsWith("https://"),
    reason: ({ web_app: app }) =>
      `inline keyboard button Web App URL '${app?.url ?? ""}' is invalid: Only HTTPS links are allowed`,
  },
  {
    isBroken: ({ copy_text: copy }) => copy !== undefined && !isCopyText(copy.text),
    reason: () => "BUTTON_COPY_TEXT_INVALID",
  },
];

/** The keyboard as it is stored with the message; undefined if it has no button. `chat`: where the message is. */
export function acceptKeyboard(
  keyboard: Keyboard | undefined,
  chat?: Chat,
): InlineKeyboardMarkup | undefined {
  const rows = keyboard?.inline_keyboard.filter((row) => row.length > 0) ?? [];
  const buttons = rows.flat();
  if (buttons.length === 0) return undefined;
  if (buttons.length > MAX_BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");

  const hasApp = buttons.some((button) => button.web_app !== undefined);
  if (hasApp && chat?.type !== "private") throw badRequest("BUTTON_TYPE_INVALID");
  for (const button of buttons) {
    for (const { isBroken, reason } of BUTTON_RULES) {
      if (isBroken(button)) throw badRequest(reason(button));
    }
  }
  return { inline_keyboard: rows.map((row) => row.map(asButton)) };
}

function asButton({ text, style, ...action }: RawButton): InlineKeyboardButton {
  const label = { text, ...(style && { style }) };
  const {
    url,
    callback_data = "",
    switch_inline_query,
    switch_inline_query_current_chat,
    copy_text,
    web_app,
  } = action;
  if (url !== undefined) return { ...label, url: acceptedUrl(url) ?? url };
  if (copy_text !== undefined) return { ...label, copy_text };
  if (web_app !== undefined) return { ...label, web_app };
  if (switch_inline_query !== undefined) return { ...label, switch_inline_query };
  if (switch_inline_query_current_chat !== undefined) {
    return { ...label, switch_inline_query_current_chat };
  }
  return { ...label, callback_data };
}

function actionsOf({ text: _text, style: _style, ...actions }: RawButton): string[] {
  return Object.keys(actions);
}

function isCopyText(text: string): boolean {
  return text.length >= 1 && text.length <= MAX_COPY_TEXT_LENGTH;
}
