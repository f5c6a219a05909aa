import type { Message } from "grammy/types";
import { replaceAddresses } from "../../text/addresses.ts";
import { entitiesIn } from "./command-in.ts";

export type MessageLink = {
  readonly url: string;
  /** The words of the message that are linked; none for previews and buttons. */
  readonly words?: string;
  /** They are nothing but the address. */
  readonly isAddress?: true;
};

type Linking = Omit<Message, "reply_to_message">;

const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;

/** What a message links to: in its text, behind words of it, with its preview, and by its buttons. */
export function linksIn(message: Linking): MessageLink[] {
  const text = message.text ?? message.caption ?? "";
  const inText = entitiesIn(message).flatMap((entity): MessageLink[] => {
    const words = text.slice(entity.offset, entity.offset + entity.length);
    if (entity.type === "text_link") return [{ url: entity.url, words }];
    return entity.type === "url" ? [{ url: withScheme(words), words, isAddress: true }] : [];
  });
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const behindButtons = buttons.flatMap((button) => ("url" in button ? { url: button.url } : []));
  return [...inText, ...previewOf(message), ...behindButtons];
}

/** What can be known of the links of a message that is replied to: of one in another chat, only the preview. */
export function linksRepliedTo(message: Message): MessageLink[] {
  const { reply_to_message: original, external_reply: external, quote } = message;
  const quoted: MessageLink[] = [];
  replaceAddresses(quote?.text ?? "", ({ kind, text }) => {
    if (kind === "link") quoted.push({ url: withScheme(text) });
    return "";
  });
  return [...quoted, ...(original ? linksIn(original) : []), ...previewOf(external ?? {})];
}

function previewOf({ link_preview_options: preview }: Pick<Message, "link_preview_options">) {
  return preview?.url === undefined ? [] : [{ url: preview.url }];
}

function withScheme(address: string): string {
  return SCHEME.test(address) ? address : `https://${address}`;
}
