import type { MessageEntity } from "@grammyjs/types";
import { expect, test } from "vitest";
import { renderKeyboard, renderText } from "./render-message.ts";

const at = (type: "bold" | "italic" | "code" | "url", offset: number, length: number) =>
  ({ type, offset, length }) satisfies MessageEntity;

test.each<[string, string, MessageEntity[]]>([
  ["a <b>b</b> c", "a b c", [at("bold", 2, 1)]],
  ["<b>a</b><i>b</i>", "ab", [at("bold", 0, 1), at("italic", 1, 1)]],
  ["<b>a<i>b</i></b>", "ab", [at("bold", 0, 2), at("italic", 1, 1)]],
  ["<b><i>ab</i></b>", "ab", [at("bold", 0, 2), at("italic", 0, 2)]],
  ["<code>a</code>", "a", [at("code", 0, 1)]],
  ["https://a.org", "https://a.org", [at("url", 0, 13)]],
  [
    '<a href="https://a.org/">a</a>',
    "a",
    [{ type: "text_link", offset: 0, length: 1, url: "https://a.org/" }],
  ],
  ["<blockquote>a</blockquote>", "a", [{ type: "blockquote", offset: 0, length: 1 }]],
  [
    "<blockquote expandable>a\nb</blockquote>\nc",
    "a\nb\nc",
    [{ type: "expandable_blockquote", offset: 0, length: 3 }],
  ],
])("a test reads %s", (rendered, text, entities) => {
  expect(renderText(text, entities)).toBe(rendered);
});

const button = (text: string) => ({ text, callback_data: "a" });

test("each row of buttons has a line of its own", () => {
  const keyboard = { inline_keyboard: [[button("a"), button("b")], [button("c")]] };
  expect(renderKeyboard(keyboard)).toEqual(["[a] [b]", "[c]"]);
});
