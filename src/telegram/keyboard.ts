import { InlineKeyboard } from "grammy";
import { writeCallbackData } from "./callback-data.ts";
import type { Button, Reply } from "./reply.ts";
import { shareLink } from "./start-link.ts";

/** Our buttons as Telegram wants them; `username` is the bot's. */
export function keyboardOf(rows: Reply["buttons"], username: string): InlineKeyboard {
  return InlineKeyboard.from(
    rows.map((row) => row.map((button) => telegramButton(button, username))),
  );
}

function telegramButton(button: Button, username: string) {
  const { label } = button;
  if ("data" in button) return InlineKeyboard.text(label, writeCallbackData(button.data));
  if ("copy" in button) return InlineKeyboard.copyText(label, button.copy);
  return InlineKeyboard.url(label, shareLink(username, button.share));
}
