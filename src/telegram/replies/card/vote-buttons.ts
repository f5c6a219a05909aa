import type { InlineKeyboardButton } from "grammy/types";
import {
  readCallbackData,
  writeCallbackData,
  type PressedButton,
  type CardReferences,
} from "../../callback/callback-data.ts";
import { MAX_ROWS, type Button } from "../reply.ts";
import { REASONS } from "../../../feedback/vote.ts";
import type { Wording } from "../../wording/wording.ts";

/** Which answer a vote is on: its trace id, and the update that id was derived from. */
export type VotedAnswer = { readonly trace: string; readonly update: number };

/** They carry what the card is about, so a reply to an old card has its context. */
export function voteButtons(card: CardReferences): Button[] {
  return [
    { label: "👍", rating: "good", card },
    { label: "👎", rating: "bad", card },
  ];
}

type PressedVote = Extract<PressedButton, { ask: "vote" }>;
type DataButton = Extract<Button, { data: PressedButton }>;
type Keyboard = readonly (readonly InlineKeyboardButton[])[];

/** The vote buttons give way to the reasons, or to a tick; all others stay. */
export function keyboardAfterVote(
  keyboard: Keyboard,
  vote: PressedVote,
  { feedback }: Pick<Wording, "feedback">,
): InlineKeyboardButton[][] {
  const next = nextButtons(vote, feedback).map(({ label, data }) => ({
    text: label,
    callback_data: writeCallbackData(data),
  }));
  const rows = keyboard.flatMap((row) => {
    const others = row.filter((button) => !isVoteButton(button));
    if (others.length === row.length) return [others];
    // Reasons are too long to share a row with other buttons.
    if (vote.rating === "bad") return [next, others].filter(({ length }) => length > 0);
    return [[...next, ...others]];
  });
  // Suggested questions come first, so they are dropped first.
  return rows.slice(Math.max(0, rows.length - MAX_ROWS));
}

function nextButtons(vote: PressedVote, { reasons, noted }: Wording["feedback"]): DataButton[] {
  const { rating, article, passage, person, trace } = vote;
  const stay = { ask: "stay", article, passage, person } as const;
  if (rating === "good") return [{ label: "✓", data: stay }];
  if (rating !== "bad") return [{ label: `✓ ${noted(trace)}`, data: stay }];
  return REASONS.map((reason) => {
    return { label: reasons[reason], data: { ...vote, rating: reason } };
  });
}

function isVoteButton(button: InlineKeyboardButton): boolean {
  return "callback_data" in button && readCallbackData(button.callback_data)?.ask === "vote";
}
