import { loadLibrary } from "../../src/article/loading/load-library.ts";
import { loadGolden } from "../../src/evaluation/load-golden.ts";

/** Each asks so seldom that none is taken for a flood. */
const READERS = 20_000;
const FIRST_READER = 1000;

const library = loadLibrary("content");
const articles = library.kind === "loaded" ? library.articles : [];
const texts = loadGolden("content", articles).sets.flatMap(({ chats }) =>
  chats.flatMap(({ turns }) => turns.map(({ ask }) => ask)),
);
if (texts.length === 0) throw new Error("there are no golden questions in content → write some");

/** The n-th update: a golden question, asked in private; a new one has words of its own. */
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
