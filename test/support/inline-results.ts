import type { TelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";
import type { SimulatedUser } from "../../src/telegram-simulator/users/simulated-user.ts";
import type {
  ChatMessage,
  InlineAnswer,
  InlineResult,
} from "../../src/telegram-simulator/state/state.ts";
import { renderMessage } from "./render-message.ts";
import { type Replies, repliesOf } from "./replies.ts";

/** What a reader sees above the input field after typing `@bot query`. */
export type InlineResults = {
  /** One line for each result, with title and description, for inline snapshots. */
  readonly shown: string;
  /** Undefined if the bot has not answered. */
  readonly answer: InlineAnswer | undefined;
  /** Posts the result with this title. */
  readonly choose: (title: string) => Promise<Replies & { readonly posted: ChatMessage }>;
};

export async function inlineResults(
  api: TelegramSimulator,
  user: SimulatedUser,
  { query, offset }: { readonly query: string; readonly offset: string },
): Promise<InlineResults> {
  const ask = user.askInline(query, offset);
  await api.untilIdle();
  const results = ask.answer?.results ?? [];

  return {
    shown: show(ask.answer),
    answer: ask.answer,
    choose: async (title) => {
      const chosen = results.find((result) => result.title === title);
      if (!chosen) throw new Error(`there is no result "${title}", only:\n${show(ask.answer)}`);
      let posted: ChatMessage | undefined;
      const replies = await repliesOf(api, user, () => {
        posted = user.chooseInline(ask, chosen.id);
      });
      if (!posted) throw new Error("nothing was posted");
      const shown = [renderMessage(posted), replies.shown].filter(Boolean).join("\n\n");
      return { ...replies, posted, shown };
    },
  };
}

function show(answer: InlineAnswer | undefined): string {
  if (!answer) return "(no answer)";
  const button = answer.button ? [`[${answer.button.text}]`] : [];
  return [...button, ...answer.results.map(line)].join("\n");
}

function line({ title, description }: InlineResult): string {
  return description === undefined ? title : `${title} · ${description}`;
}
