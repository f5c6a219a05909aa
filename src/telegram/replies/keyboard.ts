import { InlineKeyboard } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { writeCallbackData } from "../callback/callback-data.ts";
import { memoize } from "../memoize.ts";
import type { Button, Reply } from "./reply.ts";
import { shareLink } from "../callback/start-link.ts";
import type { VotedAnswer } from "./card/vote-buttons.ts";

type VoteButton = Extract<Button, { rating: unknown }>;

/** Telegram's form of our buttons. Without a `votedAnswer` the vote buttons are left out. */
export function keyboardOf(
  rows: Reply["buttons"],
  bot: UserFromGetMe,
  votedAnswer?: VotedAnswer,
): InlineKeyboard {
  const fixedButton = fixedButtonsOf(bot);
  const render = (button: Button) => {
    if (!("rating" in button)) return fixedButton(button);
    return votedAnswer ? voteButton(button, votedAnswer) : [];
  };
  return InlineKeyboard.from(rows.map((row) => row.flatMap(render)));
}

/** All but the vote buttons look the same for every reader. */
const fixedButtonsOf = memoize((bot: UserFromGetMe) =>
  memoize((button: Exclude<Button, VoteButton>) => {
    const { label } = button;
    if ("data" in button) return InlineKeyboard.text(label, writeCallbackData(button.data));
    if ("app" in button) return InlineKeyboard.webApp(label, button.app);
    if ("copy" in button) return InlineKeyboard.copyText(label, button.copy);
    return InlineKeyboard.url(label, shareLink(bot.username, button.share));
  }),
);

function voteButton({ label, rating, card }: VoteButton, votedAnswer: VotedAnswer) {
  const vote = { ask: "vote", rating, ...card, ...votedAnswer } as const;
  return InlineKeyboard.text(label, writeCallbackData(vote));
}
