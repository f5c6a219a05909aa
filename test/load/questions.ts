import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { loadGolden } from "../../src/evaluation/load-golden.ts";

/** So many that none of them hits the rate limit. */
const READERS = 20_000;
const FIRST_READER = 1000;

const library = loadLibrary("content");
const articles = library.kind === "loaded" ? library.articles : [];
const texts = loadGolden("content", articles).sets.flatMap(({ chats }) =>
  chats.flatMap(({ turns }) => turns.map(({ ask }) => ask)),
);
if (texts.length === 0) throw new Error("there are no golden questions in content → write some");

/** The n-th update: a golden question in a private chat. New questions get an extra word. */
export function updateOf(number: number, isNew: boolean) {
  const id = FIRST_READER + (number % READERS);
  const reader = { id, first_name: "Ann" };
  return {
    update_id: number,
    message: {
      message_id: number,
      date: 1_700_000_000,
      chat: { ...reader, type: "private" },
      from: { ...reader, is_bot: false, language_code: "en" },
      text: `${texts[number % texts.length]}${isNew ? ` (${number})` : ""}`,
    },
  };
}
