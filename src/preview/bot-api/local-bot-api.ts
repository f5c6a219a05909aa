import type { Update, User, UserFromGetMe } from "@grammyjs/types";
import type { Change } from "./changes.ts";
import { type Fault, type FaultTiming, createFaults } from "./faults.ts";
import { listen } from "./http-server.ts";
import { type Call, createJournal } from "./journal.ts";
import { methodTable } from "./method-table.ts";
import { quiet } from "./quiet.ts";
import { type Seat, takeSeat } from "./seat.ts";
import { type Room, createTelegram } from "./telegram.ts";
import {
  type GroupWish,
  type UserWish,
  createGroup,
  createUser,
  privateRoom,
} from "./user-chats.ts";

export type BotApiOptions = {
  readonly token?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly bot?: Partial<UserFromGetMe>;
};

/** A Telegram on this machine: a Bot API over HTTP for the bot, and hands and eyes for its users. */
export type LocalBotApi = {
  /** For grammY's `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly close: () => Promise<void>;

  readonly calls: (method?: string) => readonly Call[];
  readonly assertNoUnknownParameters: () => void;
  readonly fail: (method: string, fault: Fault, timing?: FaultTiming) => void;
  readonly clearFaults: () => void;

  readonly createUser: (wish?: UserWish) => User;
  readonly createGroup: (wish?: GroupWish) => Room;
  /** A user in a chat; without a chat: in the private one with the bot. */
  readonly seat: (user: User, room?: Room) => Seat;
  /** Hands the bot an update as it stands, whatever it is. */
  readonly inject: (update: Update) => void;
  readonly quiet: (patienceMs?: number) => Promise<void>;
  readonly subscribe: (listener: (change: Change) => void) => () => void;
};

/** Has the form of a real token and opens nothing. */
const LOCAL_TOKEN = "1234567890:local-bot-api_opens-nothing-at-all_00";

export async function startBotApi(options: BotApiOptions = {}): Promise<LocalBotApi> {
  const { token = LOCAL_TOKEN, port = 0 } = options;
  const telegram = createTelegram({ ...botOf(token), ...options.bot });
  const journal = createJournal();
  const faults = createFaults();
  const server = await listen({ token, journal, faults, table: methodTable(telegram) }, port);

  return {
    url: server.url,
    token,
    bot: telegram.bot,
    close: server.close,
    calls: journal.calls,
    assertNoUnknownParameters: journal.assertNoUnknownParameters,
    fail: faults.plan,
    clearFaults: faults.clear,
    createUser: (wish) => createUser(telegram, wish),
    createGroup: (wish) => createGroup(telegram, wish),
    seat: (user, room = privateRoom(telegram, user)) => takeSeat(telegram, room, user),
    inject: telegram.updates.inject,
    quiet: (patienceMs) => quiet(telegram.updates, journal, patienceMs),
    subscribe: telegram.changes.subscribe,
  };
}

function botOf(token: string): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "Ask the Article",
    username: "ask_the_article_bot",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
