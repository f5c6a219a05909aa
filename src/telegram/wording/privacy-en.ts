import { counted } from "./counted.ts";
import type { PrivacyWording } from "./wording.ts";

export const ENGLISH_PRIVACY: PrivacyWording = {
  head: "What is kept",
  questionLog: (days) =>
    `For ${counted("en", days, { one: "day", other: "days" })}: the text of your question, which passages were found and shown, and your vote; the time to the hour. E-mail addresses, phone numbers and @names are taken out of the text.`,
  noQuestionLog:
    "Your questions are written down nowhere. The latest of all readers are in memory until the bot starts anew, so that a complaint can be looked into; e-mail addresses, phone numbers and @names are taken out of them.",
  nobody: "Neither your name nor your id is kept with them, nor which chat it was.",
  unsent:
    "An answer that Telegram does not take at once is kept with this chat's id until it is sent, for ten minutes at most.",
  context:
    "What this chat is about is remembered for 15 minutes, so that you can ask on. /forget clears it at once.",
  forgotten: "Forgotten: what this chat was about.",
};
