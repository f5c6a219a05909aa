import { join } from "node:path";
import type { Api, Bot } from "grammy";
import type { Log } from "../logging/log.ts";
import type { ChatMemory } from "../telegram/chat-memory.ts";
import { ALLOWED_UPDATES } from "../telegram/create-bot.ts";
import { publishProfile } from "../telegram/publish-profile.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { DeliverOptions } from "./deliver-update.ts";
import type { AnswerRequest } from "./control-socket.ts";
import type { Observe } from "./delivery-event.ts";
import { forgetOnRequest, type OnForget } from "./forget-reader.ts";
import { openDelivery } from "./open-delivery.ts";
import { backoffMs } from "./pause.ts";
import { acquireInstanceLock } from "./polling/instance-lock.ts";
import { pollUpdates } from "./polling/polling.ts";
import type { OpenSharedStore, SharedStore } from "./state/shared-store.ts";
import { installApiPolicy } from "./transport/api-policy.ts";
import { callFailureOf } from "./transport/call-failure.ts";
import { describeCallError } from "./transport/describe-call-error.ts";
import { grammySignal } from "./transport/grammy-signal.ts";
import { connectionLimit } from "./transport/http-client.ts";
import { parseBot } from "./transport/response-schemas.ts";
import { type RetryOptions, untilReachable } from "./transport/until-reachable.ts";
import { serveWebhook, type WebhookAddress } from "./webhook/webhook.ts";

export type RunOptions = {
  readonly log: Log;
  /** Once it is aborted, the bot finishes the updates in progress and ends. */
  readonly signal: AbortSignal;
  readonly stateDir: string;
  /** The memory that the bot was created with. */
  readonly memory: ChatMemory;
  /** Where Telegram posts updates; without it the bot polls. */
  readonly webhook?: WebhookAddress | undefined;
  /** What replicas share; without it this process is the only one. */
  readonly openShared?: OpenSharedStore | undefined;
  readonly observe?: Observe;
  /** Operators, who have extra commands. */
  readonly admins?: readonly number[];
  readonly clock?: Clock;
  /** Called when all about a reader is to be forgotten, with the latest updates of all readers. */
  readonly onForget?: OnForget;
  /** How long a call may take, in milliseconds. */
  readonly callTimeoutMs?: number;
  /** Whether an answer is being worked out, so that another one would have to wait. */
  readonly isAnswering?: () => boolean;
};

type StopReason = Awaited<ReturnType<typeof pollUpdates | typeof serveWebhook>>;

/** Runs the bot until its signal is aborted or Telegram refuses it for good. */
export async function runBot(bot: Bot, given: RunOptions): Promise<StopReason | "store-refused"> {
  const {
    log,
    signal,
    openShared,
    observe = () => {},
    clock = SYSTEM_CLOCK,
    callTimeoutMs,
  } = given;
  const waitMs = (failures: number) => clock.timerMs(backoffMs(failures));
  const options = { ...given, observe, clock, waitMs };
  const onStartByPayload = new WeakMap<object, () => void>();
  const onStart = (payload: object) => onStartByPayload.get(payload)?.();
  installApiPolicy(bot.api, {
    log,
    observe,
    onStart,
    maxConnections: connectionLimit(),
    ...(callTimeoutMs !== undefined && { timeoutMs: callTimeoutMs }),
  });

  // grammY's own `init` would retry without logging.
  const me = await untilReachable(
    () => bot.api.getMe(grammySignal(signal)).then(parseBot),
    options,
  );
  if (me.kind !== "value") return me.kind;
  bot.botInfo = me.value;
  const shared = await openShared?.();
  if (shared?.kind === "refused") {
    log(shared.problem);
    return "store-refused";
  }

  // Not awaited: readers' questions come first.
  void publishWhenReachable(bot.api, options);
  try {
    return await receiveUpdates(bot, { ...options, onStartByPayload }, shared?.store);
  } finally {
    shared?.store.close();
  }
}

/** Publishes commands and descriptions, however long Telegram is away or asks to wait. */
async function publishWhenReachable(api: Api, options: RunOptions & RetryOptions): Promise<void> {
  const publish = () =>
    publishProfile(api, options.admins).catch((error: unknown) => {
      if (callFailureOf(error)?.kind !== "refused") throw error;
      options.log("commands were not published", { error: describeCallError(error) });
    });
  // An outage is logged where updates are received.
  await untilReachable(publish, { ...options, log: () => {} });
}

type ReceivingOptions = RunOptions &
  Required<Pick<RunOptions, "observe" | "clock">> &
  Pick<RetryOptions, "waitMs"> &
  Pick<DeliverOptions, "onStartByPayload">;

async function receiveUpdates(
  bot: Bot,
  options: ReceivingOptions,
  shared: SharedStore | undefined,
): Promise<StopReason> {
  const { log, stateDir, webhook, waitMs } = options;
  // Update ids are per bot, and two webhook processes on one machine need a file each.
  const name = [bot.botInfo.id, webhook?.port].filter((part) => part !== undefined).join("-");
  // Checked before any file is read, because a process that is still running keeps writing to them.
  const socket = join(stateDir, `${webhook ? "webhook" : "polling"}-${name}.sock`);
  let respond: AnswerRequest | undefined;
  const isFirst = await acquireInstanceLock(socket, log, (request) => respond?.(request) ?? "");
  if (!webhook && !isFirst) {
    log("this bot is already running on this machine: stop it first");
    return "another-instance";
  }
  const { updateIds, ...opened } = openDelivery(bot, { ...options, name, shared });
  respond = forgetOnRequest({ ...opened, updateIds, onForget: options.onForget });
  const delivery = {
    ...opened,
    allowedUpdates: ALLOWED_UPDATES,
    ...(waitMs && { waitMs }),
  };
  return webhook
    ? serveWebhook({ ...delivery, webhook, file: join(stateDir, `webhook-${name}.txt`) })
    : pollUpdates(delivery);
}
