import type { Chat, Update, User, UserFromGetMe } from "@grammyjs/types";
import type { Change } from "./state/changes.ts";
import { type SimulatedWebhookOptions, connectMethods } from "./connect-methods.ts";
import { type Fault, type FaultTiming, createFaults } from "./server/faults.ts";
import { listen } from "./server/http-server.ts";
import { type ApiCall, createCallLog } from "./server/call-log.ts";
import { SIMULATED_BOT_TOKEN, simulatedBot } from "./state/simulated-bot.ts";
import { untilIdle } from "./server/until-idle.ts";
import { type SimulatedChannel, simulateChannel } from "./users/channels.ts";
import { type SimulatedUser, simulateSender, simulateUser } from "./users/simulated-user.ts";
import { type Room, type SimulatorState, createState } from "./state/state.ts";
import {
  type ChannelOptions,
  type GroupOptions,
  type UserOptions,
  createChannel,
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
  /** Milliseconds since 1970; a test moves it so that queries expire. */
  readonly now?: () => number;
};

/** A Bot API over HTTP for one bot, and users who write to it. See README.md. */
export type TelegramSimulator = {
  /** For grammY's `apiRoot`. */
  readonly url: string;
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly close: () => Promise<void>;

  readonly calls: (method?: string) => readonly ApiCall[];
  /** Throws if the bot sent parameters that Telegram does not know and would ignore. */
  readonly assertNoUnknownParameters: () => void;
  /** Makes calls of a method fail: by default the next one. */
  readonly fail: (method: string, fault: Fault, timing?: FaultTiming) => void;
  readonly clearFaults: () => void;

  readonly createUser: (options?: UserOptions) => User;
  readonly createGroup: (options?: GroupOptions) => Room;
  readonly createChannel: (options?: ChannelOptions) => SimulatedChannel;
  /** A user in a chat, by default in the private chat with the bot. */
  readonly simulateUser: (user: User, room?: Room) => SimulatedUser;
  /** Somebody who writes in a group on behalf of it, as its anonymous administrator, or of a channel. */
  readonly simulateSender: (room: Room, sender: Chat) => SimulatedUser;
  /** Queues any update, even one that Telegram never sends. */
  readonly inject: (update: Update) => void;
  /** Sets the next update's id: Telegram's ids jump after a week without updates. */
  readonly continueFrom: (updateId: number) => void;
  /** Updates the bot has not acknowledged yet. */
  readonly pending: () => readonly Update[];
  /** Waits until every update is acknowledged and no call of the bot is in progress. */
  readonly untilIdle: (patienceMs?: number) => Promise<void>;
  /** Reports what users can see change from now on; returns a function that stops it. */
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
    createChannel: (channel) => simulateChannel(state, createChannel(state, channel)),
    simulateSender: (room, sender) => simulateSender(state, room, sender),
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
