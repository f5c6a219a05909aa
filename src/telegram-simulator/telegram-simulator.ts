import type { Update, User, UserFromGetMe } from "@grammyjs/types";
import type { Change } from "./state/changes.ts";
import { type WebhookOptions, connectMethods } from "./connect-methods.ts";
import { type Fault, type FaultTiming, createFaults } from "./server/faults.ts";
import { listen } from "./server/http-server.ts";
import { type Call, createJournal } from "./server/call-log.ts";
import { LOCAL_TOKEN, localBot } from "./state/simulated-bot.ts";
import { quiet } from "./server/until-quiet.ts";
import { type SimulatedUser, simulateUser } from "./users/simulated-user.ts";
import { inject } from "./inject.ts";
import { type Room, createTelegram } from "./state/state.ts";
import {
  type GroupWish,
  type UserWish,
  createGroup,
  createUser,
  privateRoom,
} from "./users/rooms.ts";

export type BotApiOptions = {
  readonly token?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly bot?: Partial<UserFromGetMe>;
  readonly webhook?: WebhookOptions;
  /** The time of day in milliseconds; a test moves it to let queries grow old. */
  readonly now?: () => number;
};

/** A Telegram on this machine: a Bot API over HTTP for the bot, and hands and eyes for its users. */
export type LocalBotApi = {
  /** For grammY's `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly close: () => Promise<void>;

  readonly calls: (method?: string) => readonly Call[];
  /** Throws if the bot has sent what Telegram does not know and would ignore. */
  readonly assertNoUnknownParameters: () => void;
  /** Lets a call go wrong: the next one of the method, or the n-th. */
  readonly fail: (method: string, fault: Fault, timing?: FaultTiming) => void;
  readonly clearFaults: () => void;

  readonly createUser: (wish?: UserWish) => User;
  readonly createGroup: (wish?: GroupWish) => Room;
  /** A user in a chat; without a chat: in the private one with the bot. */
  readonly simulateUser: (user: User, room?: Room) => SimulatedUser;
  /** Hands the bot an update as it stands, whatever it is. */
  readonly inject: (update: Update) => void;
  /** The next update has this id: Telegram jumps after a quiet week. */
  readonly continueFrom: (updateId: number) => void;
  /** Updates that the bot has not acknowledged yet. */
  readonly pending: () => readonly Update[];
  /** Waits until the bot has acknowledged every update and none of its calls is under way. */
  readonly quiet: (patienceMs?: number) => Promise<void>;
  /** What readers would see change from now on; returns how to stop listening. */
  readonly subscribe: (listener: (change: Change) => void) => () => void;
};

export async function startBotApi(options: BotApiOptions = {}): Promise<LocalBotApi> {
  const { token = LOCAL_TOKEN, port = 0 } = options;
  const telegram = createTelegram({ ...localBot(token), ...options.bot }, options.now);
  const journal = createJournal();
  const faults = createFaults();
  const { table, webhook } = connectMethods(telegram, journal, options.webhook);
  const server = await listen({ token, journal, faults, table }, port);

  return {
    url: server.url,
    token,
    bot: telegram.bot,
    close: async () => {
      webhook.remove();
      await server.close();
    },
    calls: journal.calls,
    assertNoUnknownParameters: journal.assertNoUnknownParameters,
    fail: faults.plan,
    clearFaults: faults.clear,
    createUser: (wish) => createUser(telegram, wish),
    createGroup: (wish) => createGroup(telegram, wish),
    simulateUser: (user, room = privateRoom(telegram, user)) => simulateUser(telegram, room, user),
    inject: (update) => inject(telegram, update),
    continueFrom: telegram.updates.continueFrom,
    pending: telegram.updates.pending,
    quiet: (patienceMs) => quiet(telegram.updates, journal, patienceMs),
    subscribe: telegram.changes.subscribe,
  };
}
