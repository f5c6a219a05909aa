import { FormattedString } from "@grammyjs/parse-mode";
import type { PressedButton, CardReferences } from "../callback/callback-data.ts";
import type { Rating } from "../../feedback/vote.ts";

/** A label, and what a press does. */
export type Button = { readonly label: string } & (
  | { readonly data: PressedButton }
  /** Votes on the answer above it. Its trace id is added when the reply is sent. */
  | { readonly rating: Rating; readonly card: CardReferences }
  /** Copies this text to the clipboard. */
  | { readonly copy: string }
  /** Shares this text and a link that starts the bot with this parameter. */
  | { readonly share: { readonly start: string; readonly text: string } }
  /** Opens a page inside Telegram, in a private chat. */
  | { readonly app: string }
);

/** What Telegram gets: text with entities, and rows of buttons. The functions below build the text. */
export type Reply = {
  readonly text: FormattedString;
  readonly buttons: readonly (readonly Button[])[];
};

/** More rows would push the passage of a card off the screen. */
export const MAX_ROWS = 3;

/** Telegram's limit, in UTF-16 units. */
const MAX_MESSAGE_LENGTH = 4096;

/** Joins the parts with blank lines, leaving out empty ones. */
export function blocks(...parts: readonly FormattedString[]): FormattedString {
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    "\n\n",
  );
}

export function lines(...parts: readonly FormattedString[]): FormattedString {
  return FormattedString.join(
    parts.filter(({ text }) => text !== ""),
    "\n",
  );
}

export function plain(text: string): FormattedString {
  return new FormattedString(text);
}

export const NOTHING: FormattedString = plain("");

/** Cuts what is too long for one message. The bot's own sentences fit; an editor's may not. */
export function fitToMessage(text: FormattedString): FormattedString {
  if (text.text.length <= MAX_MESSAGE_LENGTH) return text;
  return FormattedString.join([text.slice(0, MAX_MESSAGE_LENGTH - 1), "…"]);
}

const TRAILING_MARKS = /[\s,;:–—-]+$/u;

/** Cuts between words and adds " …". */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - " …".length);
  const end = Math.max(cut.lastIndexOf(" "), Math.floor(cut.length / 2));
  return `${cut.slice(0, end).toWellFormed().replace(TRAILING_MARKS, "")} …`;
}

/** "the Kremlin" at the start of a line. */
export function capitalise(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
