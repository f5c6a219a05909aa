import { InlineKeyboard } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { writeCallbackData } from "../callback/callback-data.ts";
import { memoize } from "../memoize.ts";
import type { Button, Reply } from "./reply.ts";
import { shareLink } from "../callback/start-link.ts";
import type { VotedAnswer } from "./card/vote-buttons.ts";

type VoteButton = Extract<Button, { rating: unknown }>;

/** Our buttons as Telegram wants them; without an answer that is voted on, there are none to vote. */
export function keyboardOf(
  rows: Reply["buttons"],
  bot: UserFromGetMe,
  votedAnswer?: VotedAnswer,
): InlineKeyboard {
  const fixed = fixedButtonsOf(bot);
  const asTelegrams = (button: Button) => {
    if (!("rating" in button)) return fixed(button);
    return votedAnswer ? voteButton(button, votedAnswer) : [];
  };
  return InlineKeyboard.from(rows.map((row) => row.flatMap(asTelegrams)));
}

/** Those that look the same whoever gets them. */
const fixedButtonsOf = memoize((bot: UserFromGetMe) =>
  memoize((button: Exclude<Button, VoteButton>) => {
    const { label } = button;
    if ("data" in button) return InlineKeyboard.text(label, writeCallbackData(button.data));
    if ("copy" in button) return InlineKeyboard.copyText(label, button.copy);
    return InlineKeyboard.url(label, shareLink(bot.username, button.share));
  }),
);

function voteButton({ label, rating, shown }: VoteButton, votedAnswer: VotedAnswer) {
  const vote = { ask: "vote", rating, ...shown, ...votedAnswer } as const;
  return InlineKeyboard.text(label, writeCallbackData(vote));
}
