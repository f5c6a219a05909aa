import { describe, expect, test } from "vitest";
import { eventually } from "../support/bot-process.ts";
import { STORE_KINDS, type StoreKind } from "../support/replica-stores.ts";
import { freePort, openWebhookTelegram, SECRET_HEADER } from "../support/webhook-bot.ts";

async function post(body: string, port: number): Promise<number> {
  const url = `http://127.0.0.1:${port}/telegram`;
  return (await fetch(url, { method: "POST", body, headers: SECRET_HEADER })).status;
}

/** Two replicas with one store; the test posts a reader's messages to one of them. */
async function openTwo({ startStore, variable }: StoreKind) {
  const store = await startStore();
  const { telegram, user, startAnswering, replies } = await openWebhookTelegram();
  const ports = [await freePort(), await freePort()] as const;
  const start = (port: number) => startAnswering({ PORT: String(port), [variable]: store.url });
  const bots = [await start(ports[0]), await start(ports[1])] as const;
  // A bot may answer only after a reader has written; nobody listens where Telegram posts this.
  user.start();
  let updateId = 1000;
  const update = (kind: "message" | "edited_message", text: string, more: object = {}) => {
    updateId += 1;
    const date = Math.floor(Date.now() / 1000);
    const content = { message_id: updateId, date, chat: user.chat, from: user.account, text };
    return JSON.stringify({
      update_id: updateId,
      [kind]: { ...content, edit_date: date, ...more },
    });
  };
  const message = (text: string) => update("message", text);
  /** The first message after its edit. */
  const edited = (text: string) =>
    update("edited_message", text, { message_id: 1001, edit_date: Math.floor(Date.now() / 1000) });
  return { store, telegram, user, ports, bots, replies, update, message, edited };
}

/** A post of a channel as its discussion group gets it, with a link to the article. */
const POST = {
  message_id: 500,
  from: { id: 777_000, is_bot: false, first_name: "Telegram" },
  sender_chat: { id: -1_001_999, type: "channel", title: "News" },
  is_automatic_forward: true,
  entities: [
    {
      type: "text_link",
      offset: 0,
      length: 4,
      url: "https://t.me/ask_the_article_bot?start=xi-moscow-visit",
    },
  ],
};
const COMMAND = [{ type: "bot_command", offset: 0, length: 4 }];

/** Starting three servers and two bots takes its time on a busy machine. */
const TIMEOUT_MS = 60_000;

describe.each(STORE_KINDS.filter(({ isHere }) => isHere()))(
  "with $name",
  { timeout: TIMEOUT_MS },
  (kind) => {
    const openReplicas = () => openTwo(kind);

    test("the same update posted to two replicas at once gets one reply, and both confirm it", async () => {
      const { telegram, ports, replies, message } = await openReplicas();
      telegram.fail("sendMessage", { kind: "slow", delayMs: 300 });
      const update = message("When is Xi visiting Moscow?");
      const statuses = await Promise.all(ports.map((port) => post(update, port)));
      expect(statuses).toEqual([200, 200]);
      expect(replies()).toHaveLength(1);
    });

    test("a follow-up is understood by a replica other than the one asked first", async () => {
      const { ports, replies, message } = await openReplicas();
      const [one, other] = ports;
      await post(message("Who is Klochok?"), one);
      await post(message("and what does he say about NATO?"), other);
      expect(replies()).toHaveLength(2);
      expect(replies()[1]).toContain("Klochok");
    });

    test("a comment is answered from the article of a post that another replica saw before it was killed", async () => {
      const { telegram, user, ports, bots, update } = await openReplicas();
      const ann = telegram.simulateUser(user.account, telegram.createGroup());
      const { chat } = ann;
      expect(await post(update("message", "Read", { ...POST, chat }), ports[0])).toBe(200);
      bots[0].child.kill("SIGKILL");
      await bots[0].ended;
      const comment = { chat, message_thread_id: POST.message_id, entities: COMMAND };
      await post(update("message", "/ask When is Xi visiting Moscow?", comment), ports[1]);
      expect(ann.messages().at(-1)?.text).toMatch(/^Answering from “/u);
    });

    test("after a kill the other replica sends what is owed, once and in order", async () => {
      const { telegram, ports, bots, replies, message } = await openReplicas();
      const description = "Internal Server Error";
      telegram.fail("sendMessage", { kind: "refusal", code: 500, description }, { times: 1000 });
      for (let number = 1; number <= 6; number += 1) {
        const port = number % 2 === 0 ? ports[0] : ports[1];
        expect(await post(message(`what about qz${number}?`), port)).toBe(200);
      }
      bots[0].child.kill("SIGKILL");
      await bots[0].ended;
      expect(await post(message("what about qz7?"), ports[1])).toBe(200);
      expect(replies()).toEqual([]);
      telegram.clearFaults();
      // A try interrupted by the kill blocks the lane for fifteen seconds.
      await eventually(() => expect(replies().length).toBeGreaterThanOrEqual(7), 30_000);
      const answered = replies().map((text = "") => /qz\d/u.exec(text)?.[0] ?? "");
      // On a busy machine the store may time out, and then the order may suffer.
      const wasAway = bots.some((bot) => bot.printed().includes("is down: this replica"));
      if (wasAway) answered.sort((one, other) => one.localeCompare(other));
      expect(answered).toEqual(["qz1", "qz2", "qz3", "qz4", "qz5", "qz6", "qz7"]);
    });

    test("a message owed by one replica and sent by the other can be edited by both", async () => {
      const { telegram, ports, replies, message, edited } = await openReplicas();
      telegram.fail("sendMessage", { kind: "too-many-requests", retryAfterS: 1 });
      await post(message("what about qz1?"), ports[0]);
      await post(edited("what about qz2?"), ports[1]);
      await eventually(() => expect(replies()).toEqual([expect.stringContaining("qz2")]));
      await post(edited("what about qz3?"), ports[0]);
      await eventually(() => expect(replies()).toEqual([expect.stringContaining("qz3")]));
    });

    test("a flood over two replicas gets one notice", async () => {
      const { ports, replies, message } = await openReplicas();
      for (let number = 0; number < 60; number += 1) {
        await post(message("/dates"), number % 2 === 0 ? ports[0] : ports[1]);
      }
      const notices = replies().filter((text) => text?.includes("Too many messages at once"));
      expect(notices).toHaveLength(1);
      expect(replies().length).toBeLessThan(60);
    });

    test.each(["killed", "frozen"])(
      "while it is %s, questions are answered at once",
      async (state) => {
        const { store, ports, replies, message } = await openReplicas();
        if (state === "killed") await store.kill();
        else store.freeze();
        const began = performance.now();
        for (const port of [...ports, ...ports]) {
          expect(await post(message("When is Xi visiting Moscow?"), port)).toBe(200);
        }
        expect(replies()).toHaveLength(4);
        expect(performance.now() - began).toBeLessThan(4000);

        if (state === "killed") await store.start();
        else store.thaw();
        await eventually(async () => {
          await post(message("/dates"), ports[0]);
          expect(await store.kept()).not.toEqual([]);
        });
      },
    );
  },
);
