import type { Update } from "@grammyjs/types";
import { array, assert, asyncProperty } from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ApiCall } from "../../../src/telegram-simulator/server/call-log.ts";
import { openBotChat } from "../../support/sample-bot.ts";
import { anyUpdate } from "./updates.ts";
import { openWorld } from "./world.ts";

const UPDATES_A_WORLD = 20;
/** 10,000 updates in CI, a few hundred otherwise. */
const WORLDS = process.env["CI"] === "true" ? 500 : 15;
const PATIENCE_MS = 300_000;

const answered = z.object({ callback_query_id: z.coerce.string() });

const refusals = (calls: readonly ApiCall[]) =>
  calls
    .filter(({ response }) => response?.ok === false)
    .map(({ method, response }) => ({ method, response }));

test(
  "whatever happens, nothing breaks, no press goes unanswered, and Telegram refuses nothing",
  { timeout: PATIENCE_MS },
  async () => {
    const chat = await openBotChat();
    let id = 900_000_000;

    await assert(
      asyncProperty(
        array(anyUpdate, { minLength: UPDATES_A_WORLD, maxLength: UPDATES_A_WORLD }),
        async (updates) => {
          const world = await openWorld(chat);
          const before = chat.api.calls().length;
          const presses: string[] = [];
          for (const { type, make } of updates) {
            id += 1;
            const isQuery = type.endsWith("_query");
            const content = { ...make(world), ...(isQuery && { id: String(id) }) };
            if (type === "callback_query") presses.push(String(id));
            chat.api.inject(z.custom<Update>().parse({ update_id: id, [type]: content }));
            await chat.api.untilIdle();
          }
          const calls = chat.api.calls().slice(before);
          expect(refusals(calls)).toEqual([]);
          const answers = calls.filter(({ method }) => method === "answerCallbackQuery");
          expect(answers.map(({ payload }) => answered.parse(payload).callback_query_id)).toEqual(
            presses,
          );
        },
      ),
      { numRuns: WORLDS, endOnFailure: true },
    );
    expect((await chat.say("When is Xi visiting Moscow?")).shown).toContain("20–22 March");
  },
);
