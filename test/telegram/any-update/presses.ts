import {
  constant,
  constantFrom,
  nat,
  oneof,
  option,
  record,
  string,
  type Arbitrary,
} from "fast-check";
import { LANGUAGES } from "../../../src/languages/language.ts";
import { referenceTo } from "../../../src/article/reference-to.ts";
import { writeCallbackData } from "../../../src/telegram/callback/callback-data.ts";
import { pick, type World } from "./world.ts";

const reference = constantFrom(
  ...["xi-moscow-visit", "visit-dates", "klochok", "known-facts", "", "gone"].map(referenceTo),
);
const shown = { article: reference, passage: reference, person: reference };
const sequence = constantFrom("section", "person", "facts", "dates");
const place = { article: reference, sequence, of: reference, at: nat(30) };

/** Well-formed data, for things that may or may not exist. */
const ourData = oneof(
  record({ ask: constant("question"), article: reference, of: reference }),
  record({ ask: constantFrom("see", "list"), ...place }),
  record({ ask: constant("brief"), article: reference, at: nat(30) }),
  record({
    ask: constant("version"),
    shows: constantFrom("original", "translation"),
    language: constantFrom(...LANGUAGES),
    ...shown,
  }),
  record({
    ask: constantFrom("vote"),
    rating: constantFrom("good", "bad", "wrong-person"),
    update: nat(),
    trace: constant("00000000"),
    ...shown,
  }),
  record({ ask: constant("stay"), ...shown }),
  constant({ ask: "import" } as const),
  record({
    ask: constant("draft"),
    act: constantFrom("publish", "withdraw", "discard"),
    of: reference,
    version: reference,
  }),
).map((button) => writeCallbackData(button));

const press = record({
  chat: nat(2),
  card: option(nat(20)),
  button: option(nat(20)),
  data: oneof(
    ourData,
    string({ unit: "binary", maxLength: 64 }).map((some) => some.toWellFormed()),
  ),
  isOutOfReach: constantFrom(false, false, false, true),
});

/** A press on an existing button, or with forged data. */
export const anyPress: Arbitrary<(world: World) => object> = press.map((one) => (world) => {
  const user = pick(world.users, one.chat);
  const card = user && one.card !== null ? pick(world.cards(user), one.card) : undefined;
  const buttons = card?.reply_markup?.inline_keyboard.flat() ?? [];
  const button = one.button === null ? undefined : pick(buttons, one.button);
  const message =
    one.isOutOfReach && card ? { chat: card.chat, message_id: card.message_id, date: 0 } : card;
  return {
    from: user?.account,
    chat_instance: "1",
    data: button && "callback_data" in button ? button.callback_data : one.data,
    ...(message ? { message } : { inline_message_id: "inline-1" }),
  };
});
