import type { Update, User, UserFromGetMe } from "@grammyjs/types";
import type { Change } from "./state/changes.ts";
import { type SimulatedWebhookOptions, connectMethods } from "./connect-methods.ts";
import { type Fault, type FaultTiming, createFaults } from "./server/faults.ts";
import { listen } from "./server/http-server.ts";
import { type ApiCall, createCallLog } from "./server/call-log.ts";
import { SIMULATED_BOT_TOKEN, simulatedBot } from "./state/simulated-bot.ts";
import { untilIdle } from "./server/until-idle.ts";
import { type SimulatedUser, simulateUser } from "./users/simulated-user.ts";
import { type Room, type SimulatorState, createState } from "./state/state.ts";
import {
  type GroupOptions,
  type UserOptions,
  createGroup,
  createUser,
  privateRoom,
} from "./users/rooms.ts";

export type SimulatorOptions = {
  readonly token?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly bot?: Partial<UserFromGetMe>;
  readonly webhook?: SimulatedWebhookOptions;
  /** The time of day in milliseconds; a test moves it to let queries grow old. */
  readonly now?: () => number;
};

/** A Telegram on this machine: a Bot API over HTTP for the bot, and hands and eyes for its users. */
export type TelegramSimulator = {
  /** For grammY's `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly close: () => Promise<void>;

  readonly calls: (method?: string) => readonly ApiCall[];
  /** Throws if the bot has sent what Telegram does not know and would ignore. */
  readonly assertNoUnknownParameters: () => void;
  /** Lets a call go wrong: the next one of the method, or the n-th. */
  readonly fail: (method: string, fault: Fault, timing?: FaultTiming) => void;
  readonly clearFaults: () => void;

  readonly createUser: (options?: UserOptions) => User;
  readonly createGroup: (options?: GroupOptions) => Room;
  /** A user in a chat; without a chat: in the private one with the bot. */
  readonly simulateUser: (user: User, room?: Room) => SimulatedUser;
  /** Hands the bot an update as it stands, whatever it is. */
  readonly inject: (update: Update) => void;
  /** The next update has this id: Telegram jumps after a quiet week. */
  readonly continueFrom: (updateId: number) => void;
  /** Updates that the bot has not acknowledged yet. */
  readonly pending: () => readonly Update[];
  /** Waits until the bot has acknowledged every update and none of its calls is under way. */
  readonly untilIdle: (patienceMs?: number) => Promise<void>;
  /** What readers would see change from now on; returns how to stop listening. */
  readonly subscribe: (listener: (change: Change) => void) => () => void;
};

export async function startTelegramSimulator(
  options: SimulatorOptions = {},
): Promise<TelegramSimulator> {
  const { token = SIMULATED_BOT_TOKEN, port = 0 } = options;
  const state = createState({ ...simulatedBot(token), ...options.bot }, options.now);
  const callLog = createCallLog();
  const faults = createFaults();
  const { table, webhook } = connectMethods(state, callLog, options.webhook);
  const server = await listen({ token, callLog, faults, table }, port);

  return {
    url: server.url,
    token,
    bot: state.bot,
    close: async () => {
      webhook.remove();
      await server.close();
    },
    calls: callLog.calls,
    assertNoUnknownParameters: callLog.assertNoUnknownParameters,
    fail: faults.plan,
    clearFaults: faults.clear,
    createUser: (user) => createUser(state, user),
    createGroup: (group) => createGroup(state, group),
    simulateUser: (user, room = privateRoom(state, user)) => simulateUser(state, room, user),
    inject: (update) => inject(state, update),
    continueFrom: state.updates.continueFrom,
    pending: state.updates.pending,
    untilIdle: (patienceMs) => untilIdle(state.updates, callLog, patienceMs),
    subscribe: state.changes.subscribe,
  };
}

/** Queues an update as it is. A query in it may be answered, like one that the simulator created. */
function inject(state: SimulatorState, update: Update): void {
  const { callback_query: press, inline_query: request } = update;
  const now = state.now();
  if (press) {
    state.callbackPresses.set(press.id, { id: press.id, user: press.from, pressedAt: now });
  }
  if (request) {
    const { id, from: user, query } = request;
    state.inlineRequests.set(id, { id, user, query, askedAt: now });
  }
  state.updates.inject(update);
}
