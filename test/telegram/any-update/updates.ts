import { constant, constantFrom, oneof, record, string, type Arbitrary } from "fast-check";
import type { Update } from "@grammyjs/types";
import { anyMessage } from "./messages.ts";
import { anyPress } from "./presses.ts";
import type { World } from "./world.ts";

/** The content of an update, given the chats it can happen in. */
type Content = Arbitrary<(world: World) => object>;

const userOf = ({ users: [user] }: World) => user?.account;
const aboutUser = (fields: object = {}): Content =>
  constant((world) => ({
    id: "1",
    from: userOf(world),
    user: userOf(world),
    chat: world.users[0]?.chat,
    date: 1,
    ...fields,
  }));

const inlineQuery: Content = record({
  query: oneof(
    string({ unit: "binary", maxLength: 256 }),
    constantFrom("", "nato", "коли візит", "nato ".repeat(51)),
  ),
  offset: string({ maxLength: 64 }),
}).map((asked) => (world) => ({
  from: userOf(world),
  ...asked,
  query: asked.query.toWellFormed().slice(0, 256),
}));

const member = { status: "member", user: { id: 5, is_bot: true, first_name: "Bot" } };
const membership = aboutUser({
  old_chat_member: member,
  new_chat_member: { ...member, status: "kicked", until_date: 0 },
});

/** Every kind of update in the Bot API; the compiler names new ones. */
const CONTENTS: { readonly [Type in Exclude<keyof Update, "update_id">]-?: Content } = {
  message: anyMessage,
  edited_message: anyMessage,
  channel_post: anyMessage,
  edited_channel_post: anyMessage,
  business_message: anyMessage,
  edited_business_message: anyMessage,
  guest_message: anyMessage,
  callback_query: anyPress,
  inline_query: inlineQuery,
  chosen_inline_result: aboutUser({ result_id: "1", query: "nato" }),
  business_connection: aboutUser({ user_chat_id: 1, is_enabled: true }),
  deleted_business_messages: aboutUser({ business_connection_id: "1", message_ids: [1] }),
  stopped_message_generation: aboutUser(),
  message_reaction: aboutUser({ message_id: 1, old_reaction: [], new_reaction: [] }),
  message_reaction_count: aboutUser({ message_id: 1, reactions: [] }),
  shipping_query: aboutUser({ invoice_payload: "" }),
  pre_checkout_query: aboutUser({ invoice_payload: "", currency: "EUR", total_amount: 1 }),
  purchased_paid_media: aboutUser({ paid_media_payload: "" }),
  poll: aboutUser({ question: "?", options: [] }),
  poll_answer: aboutUser({ poll_id: "1", option_ids: [] }),
  my_chat_member: membership,
  chat_member: membership,
  chat_join_request: aboutUser({ user_chat_id: 1 }),
  chat_boost: aboutUser({ boost: {} }),
  removed_chat_boost: aboutUser({ boost_id: "1", remove_date: 1 }),
  managed_bot: aboutUser(),
  subscription: aboutUser(),
};

/** The kinds that the bot acts on. */
const LIVELY: ReadonlySet<string> = new Set([
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
]);

/** Any update, most often of a kind that the bot acts on. */
export const anyUpdate = oneof(
  ...Object.entries(CONTENTS).map(([type, content]) => ({
    arbitrary: content.map((make) => ({ type, make })),
    weight: LIVELY.has(type) ? 20 : 1,
  })),
);
