import {
  array,
  constantFrom,
  nat,
  oneof,
  option,
  record,
  string,
  type Arbitrary,
} from "fast-check";
import type { MessageEntity } from "@grammyjs/types";
import { SAMPLE_MEDIA } from "../../../src/telegram-simulator/users/sample-media.ts";
import type { SimulatedUser } from "../../../src/telegram-simulator/users/simulated-user.ts";
import { pick, TOPIC, type World } from "./world.ts";

const FERRY = "https://packet.example/news/night-ferry-2024";
const BOT = "@ask_the_article_bot";

const WORDS =
  `when was the visit who says that more and he yes NATO bitcoin коли візит кто говорит ПУТИН ${BOT}
  @weather_bot /ask /start /brief xi-moscow-visit_visit-dates <b> &amp; 🇺🇦 é \u202e \ufffd \0 (a+)+$`.split(
    /\s+/u,
  );

/** What someone may write: ordinary words, random text, and very long text. */
const text = oneof(
  array(constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" ")),
  string({ unit: "binary", maxLength: 60 }).map((some) => some.toWellFormed()),
  constantFrom("a".repeat(4096), "слово ".repeat(600), "/".repeat(64), " ", ""),
);

const entity: Arbitrary<MessageEntity> = record({
  type: constantFrom("mention", "bot_command", "bold", "url", "blockquote"),
  offset: nat(60),
  length: nat(60),
});
const link: Arbitrary<MessageEntity> = record({
  type: constantFrom("text_link" as const),
  offset: nat(60),
  length: nat(60),
  url: constantFrom(FERRY, "tg://resolve?domain=ask_the_article_bot&start=x", "%", ""),
});

const words = record({ text, entities: array(oneof(entity, link), { maxLength: 3 }) });

/** Other content of a message, including Telegram's own service messages. */
const OTHER_CONTENT: readonly object[] = [
  ...Object.values(SAMPLE_MEDIA),
  ...["animation", "audio", "video", "video_note", "game", "poll", "story", "venue", "invoice"].map(
    (kind) => ({ [kind]: { file_id: "x" } }),
  ),
  { new_chat_members: [{ id: 5, is_bot: false, first_name: "Ben" }] },
  { left_chat_member: { id: 5, is_bot: false, first_name: "Ben" } },
  { new_chat_title: "Other" },
  { pinned_message: { message_id: 1, date: 0, chat: { id: 1, type: "private" } } },
  { forum_topic_created: { name: "News", icon_color: 1 } },
  { successful_payment: {} },
  { web_app_data: { data: "", button_text: "" } },
  {},
];

const content = oneof(
  { arbitrary: words, weight: 4 },
  {
    arbitrary: words.map((caption) => ({
      photo: [],
      caption: caption.text,
      caption_entities: caption.entities,
    })),
    weight: 1,
  },
  { arbitrary: constantFrom(...OTHER_CONTENT), weight: 2 },
);

/** On whose behalf, and by what way, a message may come. */
const NEWS = { id: -5, type: "channel", title: "News" };
const FROM_NEWS = { forward_origin: { type: "channel", chat: NEWS, message_id: 7, date: 0 } };

const ORIGINS: readonly object[] = [
  {},
  {},
  {},
  { from: undefined },
  {
    from: { id: 136_817_688, is_bot: true, first_name: "Channel" },
    sender_chat: { id: -5, type: "channel", title: "News" },
  },
  { from: { id: 777, is_bot: true, first_name: "Weather" } },
  { via_bot: { id: 777, is_bot: true, first_name: "Weather" } },
  { is_automatic_forward: true, sender_chat: NEWS },
  { is_automatic_forward: true, sender_chat: NEWS, link_preview_options: { url: FERRY } },
  FROM_NEWS,
  { ...FROM_NEWS, link_preview_options: { url: "https://t.me/ask_the_article_bot?start=_" } },
  { external_reply: { origin: FROM_NEWS.forward_origin, link_preview_options: { url: FERRY } } },
  { message_thread_id: 1, link_preview_options: { url: "https://[" } },
  { forward_origin: { type: "hidden_user", sender_user_name: "Ben", date: 0 } },
  { edit_date: 1_800_000_000 },
];

const anyDraw = record({
  chat: nat(2),
  origin: constantFrom(...ORIGINS),
  content,
  card: option(nat(20)),
  quote: option(text),
  id: nat(40),
});

/** A message in one of the chats, perhaps a reply to the bot, perhaps with a quote. */
export const anyMessage: Arbitrary<(world: World) => object> = anyDraw.map((one) => (world) => {
  const user = pick(world.users, one.chat);
  if (!user) throw new Error("the world has no chats");
  const card = one.card === null ? undefined : pick(world.cards(user), one.card);
  return {
    message_id: pick(user.messages(), one.id)?.message_id ?? 1,
    date: 1_790_000_000 + one.id * 60,
    chat: user.chat,
    from: user.account,
    ...one.content,
    ...one.origin,
    // In a forum a message is in a topic that exists, whatever thread it names.
    ...topicOf(user),
    ...(card && { reply_to_message: card }),
    ...(card && one.quote !== null && { quote: { text: one.quote, position: 0 } }),
  };
});

function topicOf({ messages }: SimulatedUser): object {
  const isForum = messages().some(({ is_topic_message: isTopic }) => isTopic === true);
  return isForum ? { message_thread_id: TOPIC, is_topic_message: true } : {};
}
