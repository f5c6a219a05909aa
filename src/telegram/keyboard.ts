import { InlineKeyboard } from "grammy";
import { writeCallbackData } from "./callback-data.ts";
import type { Button, Reply } from "./reply.ts";
import { shareLink } from "./start-link.ts";
import type { VotedAnswer } from "./vote-buttons.ts";

export type KeyboardPlace = {
  /** The bot's. */
  readonly username: string;
  /** Without one nobody can vote. */
  readonly votedAnswer?: VotedAnswer | undefined;
};

/** Our buttons as Telegram wants them. */
export function keyboardOf(rows: Reply["buttons"], place: KeyboardPlace): InlineKeyboard {
  return InlineKeyboard.from(
    rows.map((row) => row.flatMap((button) => telegramButton(button, place))),
  );
}

function telegramButton(button: Button, { username, votedAnswer }: KeyboardPlace) {
  const { label } = button;
  if ("data" in button) return InlineKeyboard.text(label, writeCallbackData(button.data));
  if ("judges" in button) {
    const { judges: judgement, shown } = button;
    if (!votedAnswer) return [];
    const vote = { ask: "vote", judgement, ...shown, ...votedAnswer } as const;
    return InlineKeyboard.text(label, writeCallbackData(vote));
  }
  if ("copy" in button) return InlineKeyboard.copyText(label, button.copy);
  return InlineKeyboard.url(label, shareLink(username, button.share));
}
