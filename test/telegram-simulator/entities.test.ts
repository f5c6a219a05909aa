import { isDeepStrictEqual } from "node:util";
import type { Message } from "@grammyjs/types";
import { array, assert, asyncProperty, constantFrom, integer, record, string } from "fast-check";
import { expect, test } from "vitest";
import { badRequest, openBotApi } from "../support/open-bot-api.ts";

const bold = (offset: number, length: number) => ({ type: "bold", offset, length });
const italic = (offset: number, length: number) => ({ type: "italic", offset, length });
const link = (url: string) => ({ type: "text_link", offset: 0, length: 5, url });

test.each([
  [[bold(-1, 1)], "receive an entity with incorrect offset -1"],
  [[bold(0, -1)], "receive an entity with incorrect length -1"],
  [[bold(100, 1)], "entity begins after the end of the text at UTF-16 offset 100"],
  [
    [bold(0, 100)],
    "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
  ],
  [[bold(7, 1)], "entity begins in a middle of a UTF-16 symbol at byte offset 10"],
  [
    [bold(0, 7)],
    "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 10",
  ],
  [[bold(0, 3), italic(2, 3)], "entities cross: bold 0+3, italic 2+3"],
  [
    [{ type: "code", offset: 0, length: 5 }, bold(1, 2)],
    "entities must not be nested: code 0+5, bold 1+2",
  ],
  [
    [bold(0, 5), { type: "pre", offset: 1, length: 2 }],
    "entities must not be nested: bold 0+5, pre 1+2",
  ],
  [
    [
      { type: "blockquote", offset: 0, length: 5 },
      { type: "expandable_blockquote", offset: 1, length: 2 },
    ],
    "entities must not be nested: blockquote 0+5, expandable_blockquote 1+2",
  ],
  [
    [{ type: "glow", offset: 0, length: 1 }],
    "can't parse MessageEntity: Unsupported type specified",
  ],
  [[{ type: "bold", offset: 0 }], `can't parse MessageEntity: Can't find field "length"`],
  [
    [{ type: "text_link", offset: 0, length: 1 }],
    `can't parse MessageEntity: Can't find field "url"`,
  ],
  [Array.from({ length: 101 }, () => bold(0, 1)), "ENTITIES_TOO_LONG"],
])("the entities %j are refused", async (entities, reason) => {
  const { send } = await openBotApi();
  expect(await send({ text: "hello 🙂", entities })).toEqual(badRequest(reason));
});

test.each([
  [[bold(0, 5), italic(0, 5)]],
  [[{ type: "blockquote", offset: 0, length: 8 }, bold(0, 5), italic(1, 2)]],
  [[{ type: "blockquote", offset: 0, length: 8 }, link("https://example.org/"), bold(1, 2)]],
  [[bold(0, 2), bold(3, 5)]],
])("the entities %j are kept", async (entities) => {
  const { send, user } = await openBotApi();
  expect(await send({ text: "hello 🙂", entities })).toMatchObject({ ok: true });
  expect(user.messages().at(-1)?.entities).toEqual(entities);
});

test.each(["nonsense", "", "ftp://example.org", "http://localhost/", "javascript:alert(1)"])(
  "a link to %j silently loses its entity",
  async (url) => {
    const { send, user } = await openBotApi();
    await send({ text: "hello", entities: [link(url)] });
    expect(user.messages().at(-1)).toMatchObject({ text: "hello" });
    expect(user.messages().at(-1)).not.toHaveProperty("entities");
  },
);

test.each([
  ["example.org", "http://example.org/"],
  ["https://example.org", "https://example.org/"],
  ["https://example.org/a?b=1#c", "https://example.org/a?b=1#c"],
  ["tg://resolve?domain=x", "tg://resolve?domain=x"],
])("a link to %j is kept as %j", async (url, kept) => {
  const { send, user } = await openBotApi();
  await send({ text: "hello", entities: [link(url)] });
  expect(user.messages().at(-1)?.entities).toEqual([link(kept)]);
});

test("entities move along when the text is trimmed", async () => {
  const { send, user } = await openBotApi();
  await send({ text: "\r\n  hello  ", entities: [bold(2, 9), italic(9, 2)] });
  expect(user.messages().at(-1)).toMatchObject({ text: "hello", entities: [bold(0, 5)] });
});

test("commands, mentions and URLs are detected, but not inside links and code", async () => {
  const { send, user } = await openBotApi();
  const text = "/help @ann https://example.org a@b.org #news /code";
  await send({ text, entities: [{ type: "code", offset: text.indexOf("/code"), length: 5 }] });
  const found = user
    .messages()
    .at(-1)
    ?.entities?.map(({ type }) => type);
  expect(found).toEqual(["bot_command", "mention", "url", "email", "hashtag", "code"]);
});

const words = string({ unit: "grapheme", minLength: 1, maxLength: 8 });
const span = integer({ min: -1, max: 12 });
const type = constantFrom("bold", "italic", "code", "blockquote");
const anyEntities = array(record({ type, offset: span, length: span }), { maxLength: 4 });

test("any entities are refused or fit the text", async () => {
  const { send, user } = await openBotApi();
  const property = asyncProperty(words, anyEntities, async (text, entities) => {
    const answer = await send({ text, entities });
    if (!answer.ok) return answer.error_code === 400;
    const { text: kept = "", entities: fitting = [] } = user.messages().at(-1) ?? {};
    return fitting.every(({ offset, length }) =>
      isWholeText(kept.slice(offset, offset + length), length),
    );
  });
  await assert(property, { numRuns: 100 });
});

test("returned text and entities are accepted unchanged", async () => {
  const { send, user } = await openBotApi();
  const property = asyncProperty(words, anyEntities, async (text, entities) => {
    const answer = await send({ text: `  ${text}\r\n `, entities });
    if (!answer.ok) return answer.error_code === 400;
    const kept = pick(user.messages().at(-1));
    await send(kept);
    return isDeepStrictEqual(pick(user.messages().at(-1)), kept);
  });
  await assert(property, { numRuns: 100 });
});

function pick({ text, entities = [] }: Pick<Message, "text" | "entities"> = {}) {
  return { text, entities };
}

const SURROGATE = /\p{Surrogate}/u;

function isWholeText(part: string, length: number): boolean {
  return length > 0 && part.length === length && !SURROGATE.test(part);
}
