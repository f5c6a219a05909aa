import type { MessageForms } from "../../languages/language-pack.ts";

/** Longer endings are no signatures. */
const MAX_SIGNATURE = 300;
/** "John Smith", "Ann M. Lee, editor": on the line of the closing formula. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’ʼ-]*`;
const NAMES = new RegExp(String.raw`^[\s,.!:;–—-]*(?:${NAME}(?:[ ,]+|$)){0,4}[\s.,!]*$`, "u");
const ON_NEXT_LINES = /^[\s,.!:;–—-]*(?:\n[^?\n]{0,80}){0,5}$/u;
/** Where a closing formula may begin. */
const BOUNDARY = /(?<=^|[\n.?!…;:,)])[ \t]*(?=\p{L})/gmu;
const DIVIDER = /(?:^|\n)[ \t]*(?:-{2,3}|—|–|_{3,}|={3,}|\*{3,})[ \t]*\n/u;
/** "/ Ann", "— Ann" after the end of a sentence. */
const SLASH_NAME = new RegExp(
  String.raw`(?<=[.?!…\n])\s*(?:/|~|—|–|--?)\s?(?:${NAME}\s?){1,3}$`,
  "u",
);
const LONE_NAME = new RegExp(String.raw`(?<=[?!.…])\s*\n\s*((?:${NAME}\s?){1,3})[.!]?$`, "u");

type Forms = readonly Pick<MessageForms, "closing" | "device">[];

/** The text without greetings and names at its end, and what a mail program added there. */
export function withoutSignature(
  text: string,
  forms: Forms,
  isKnown: (name: string) => boolean,
): string {
  let rest = withoutDeviceLines(text, forms).trimEnd();
  // A closing formula may come before another: "Thanks! Best regards, Ann".
  for (const cut of [cutDivider, cutClosing, cutClosing, cutName]) {
    rest = cut(rest, forms, isKnown).trimEnd();
  }
  return rest;
}

function withoutDeviceLines(text: string, forms: Forms): string {
  return text
    .split("\n")
    .map((line) => {
      const start = [0, ...sentenceStarts(line)].find((at) =>
        forms.some(({ device }) => device.test(line.slice(at).trim())),
      );
      return start === undefined ? line : line.slice(0, start);
    })
    .join("\n");
}

const MAX_DEVICE_LINE = 120;
const SENTENCE_START = /(?<=[.?!…])\s+(?=\p{L})/gu;

/** Only near the end of the line, where a program may have added a sentence. */
function sentenceStarts(line: string): number[] {
  const from = Math.max(0, line.length - MAX_DEVICE_LINE);
  return Array.from(line.slice(from).matchAll(SENTENCE_START), ({ index }) => from + index);
}

function cutDivider(text: string): string {
  const divider = DIVIDER.exec(text);
  const below = divider ? text.slice(divider.index) : "";
  return divider && below.length <= MAX_SIGNATURE && !below.includes("?")
    ? text.slice(0, divider.index)
    : text;
}

function cutClosing(text: string, forms: Forms): string {
  const from = Math.max(0, text.length - MAX_SIGNATURE);
  const tail = text.slice(from);
  for (const { index, 0: space } of tail.matchAll(BOUNDARY)) {
    const ending = tail.slice(index + space.length);
    if (isClosing(ending, forms)) return text.slice(0, from + index);
  }
  return text;
}

function isClosing(ending: string, forms: Forms): boolean {
  return forms.some(({ closing }) => {
    const found = closing.exec(ending)?.[0];
    if (found === undefined) return false;
    const rest = ending.slice(found.length);
    return NAMES.test(rest) || ON_NEXT_LINES.test(rest);
  });
}

function cutName(text: string, _forms: Forms, isKnown: (name: string) => boolean): string {
  const from = Math.max(0, text.length - MAX_SIGNATURE);
  const tail = text.slice(from);
  const slash = SLASH_NAME.exec(tail);
  if (slash && !hasList(text)) return text.slice(0, from + slash.index);
  const lone = LONE_NAME.exec(tail);
  return lone && text.includes("?") && !isKnown(lone[1] ?? "")
    ? text.slice(0, from + lone.index)
    : text;
}

const LIST_ITEMS = /^[ \t]*[-–—•*][ \t].*\n[^]*^[ \t]*[-–—•*][ \t]/mu;

function hasList(text: string): boolean {
  return LIST_ITEMS.test(text);
}
