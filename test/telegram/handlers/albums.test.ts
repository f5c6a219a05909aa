import type { Update } from "@grammyjs/types";
import { expect, test } from "vitest";
import { z } from "zod";
import { SAMPLE_MEDIA } from "../../../src/telegram-simulator/users/sample-media.ts";
import { openBotChat } from "../../support/sample-bot.ts";

const QUESTION = "When is Xi visiting Moscow?";

test.each([
  ["the first", [QUESTION, undefined, undefined]],
  ["the second", [undefined, QUESTION, undefined]],
  ["the last", [undefined, undefined, QUESTION]],
])("an album with the question below %s picture gets a single answer", async (_which, captions) => {
  const chat = await openBotChat();
  const { sent } = await chat.act((user) => user.sendAlbum(captions));
  expect(sent.map(({ text }) => text)).toEqual([expect.stringMatching(/^20–22 March/u)]);
});

test("so does an album of documents", async () => {
  const chat = await openBotChat();
  const { sent } = await chat.act((user) =>
    user.sendAlbum([undefined, QUESTION], { kind: "document" }),
  );
  expect(sent).toHaveLength(1);
});

test("so does an album whose parts arrive in different batches", async () => {
  const chat = await openBotChat();
  const { account: user, chat: place } = chat.user;
  const part = (message_id: number, more: object) =>
    chat.act(() =>
      chat.api.inject(
        z.custom<Update>().parse({
          update_id: message_id,
          message: {
            ...SAMPLE_MEDIA.photo,
            message_id,
            date: 1,
            chat: place,
            from: user,
            media_group_id: "1",
            ...more,
          },
        }),
      ),
    );
  await chat.start();
  const answers = [];
  for (const more of [{}, { caption: QUESTION }, {}]) {
    answers.push((await part(900_000_000 + answers.length, more)).sent.length);
  }
  expect(answers).toEqual([0, 1, 0]);
});

test("an album without a caption gets no reply: one may be yet to come", async () => {
  const chat = await openBotChat();
  const { sent } = await chat.act((user) => user.sendAlbum([undefined, undefined]));
  expect(sent).toEqual([]);
});

test("a single picture gets the hint even after an album", async () => {
  const chat = await openBotChat();
  await chat.act((user) => user.sendAlbum([QUESTION, undefined]));
  expect((await chat.send("photo")).shown).toContain("text");
});
