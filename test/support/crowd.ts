import type { TelegramSimulator } from "../../src/telegram-simulator/telegram-simulator.ts";

/** A question that was answered more than once, and when each time. */
export type Double = { readonly marker: string; readonly answeredAt: readonly Date[] };

export type Tally = {
  readonly asked: number;
  readonly lost: readonly string[];
  readonly doubles: readonly Double[];
};

/**
 * Few enough questions per reader that those piling up while Telegram waits half a minute before it posts to
 * the webhook again do not count as a flood.
 */
const READERS = 400;
const TICK_MS = 10;
const MARKER = /qz\d{6}/u;

/**
 * Readers who ask without a pause, `perSecond` questions in all. Every question contains a word of
 * its own, which the answer repeats, so that each answer is matched to its question.
 */
export function gatherCrowd(telegram: TelegramSimulator, perSecond: number) {
  const users = Array.from({ length: READERS }, () => telegram.simulateUser(telegram.createUser()));
  const asked: string[] = [];
  // Questions of an earlier crowd are not repeated.
  const first = 100_000 + telegram.calls("sendMessage").length;
  let timer: NodeJS.Timeout | undefined;
  let began = 0;
  let before = 0;

  function ask(): void {
    const marker = `qz${first + asked.length}`;
    users[asked.length % users.length]?.say(`what about ${marker}?`);
    asked.push(marker);
  }
  return {
    start() {
      began = performance.now();
      before = asked.length;
      timer = setInterval(() => {
        const due = before + ((performance.now() - began) / 1000) * perSecond;
        while (asked.length < due) ask();
      }, TICK_MS);
    },
    stop: () => clearInterval(timer),
    tally: (): Tally => tallyOf(asked, telegram),
  };
}

function tallyOf(asked: readonly string[], telegram: TelegramSimulator): Tally {
  const answers = new Map<string, Date[]>(asked.map((marker) => [marker, []]));
  for (const { payload, response, at } of telegram.calls("sendMessage")) {
    const [marker = ""] = MARKER.exec(String(payload["text"])) ?? [];
    if (response?.ok === true) answers.get(marker)?.push(at);
  }
  return {
    asked: asked.length,
    lost: asked.filter((marker) => answers.get(marker)?.length === 0),
    doubles: [...answers].flatMap(([marker, answeredAt]) =>
      answeredAt.length > 1 ? [{ marker, answeredAt }] : [],
    ),
  };
}
