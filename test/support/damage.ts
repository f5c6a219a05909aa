import { pick, type Random } from "../../src/evaluation/random.ts";

/** How editors and programs damage a file by accident. */
const DAMAGES: readonly ((text: string, random: Random) => string)[] = [
  flipBit,
  dropPiece,
  (text, random) => insert(text, pick(SIGNS, random), random),
  (text, random) => insert(text, pick(SIGNS, random), random),
  (text, random) => insert(text, text.slice(...stretch(text, random)), random),
  (text, random) => changeLines(text, random, (line) => [line, line]),
  (text, random) => changeLines(text, random, () => []),
  (text, random) => changeLines(text, random, (line) => [pick(YAML_LINES, random), line]),
  (text, random) => changeLines(text, random, (line) => [mangled(line, random)]),
  swapLines,
];

const SIGNS = [
  ..."{ } [ ] ( ) < > * _ ` ~ # | \" ' \\ & ! - = : @ \t \n".split(" "),
  "{{",
  "]{",
  "}{",
  "<!--",
  "-->",
  "<!-- x -->",
  "<br>",
  "</div>",
  "<sup>",
  "```",
  "~~",
  "**",
  "{#x}",
  "{by=renn}",
  "{qouted}",
  "[^1]",
  "[^1]: ",
  "[x]: https://a.example",
  "\n---\n",
  "\n\n",
  "| a | b |\n",
  "> ",
  "- ",
  "\r",
  "\uFEFF",
  "\u200B",
  "\u202E",
  "\0",
];

const YAML_LINES = [
  "title: *Bridge",
  "<<: *base",
  "title: A: b",
  "- x",
  "\tx: y",
  "x: [a",
  "x: {a: b",
  'x: "a',
  "? x",
  "x: !!binary x",
  "x: &a [*a]",
  "...",
  "%YAML 1.1",
  "__proto__: x",
];

/** Damages the text in one to three places, reproducibly by seed. */
export function damaged(text: string, random: Random): string {
  let changed = text;
  const count = 1 + Math.floor(random() * 3);
  for (let number = 0; number < count; number++) changed = pick(DAMAGES, random)(changed, random);
  return changed;
}

function flipBit(text: string, random: Random): string {
  const bytes = new TextEncoder().encode(text);
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return new TextDecoder().decode(bytes);
}

const LONGEST_PIECE = 40;

function stretch(text: string, random: Random): [number, number] {
  const start = Math.floor(random() * text.length);
  return [start, start + 1 + Math.floor(random() * LONGEST_PIECE)];
}

function dropPiece(text: string, random: Random): string {
  const [start, end] = stretch(text, random);
  return text.slice(0, start) + text.slice(random() < 0.5 ? start + 1 : end);
}

function insert(text: string, piece: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + piece + text.slice(at);
}

function changeLines(
  text: string,
  random: Random,
  change: (line: string) => readonly string[],
): string {
  const lines = text.split("\n");
  const at = Math.floor(random() * lines.length);
  return lines.flatMap((line, number) => (number === at ? change(line) : [line])).join("\n");
}

function mangled(line: string, random: Random): string {
  const changes = [
    () => line.replace(":", ": *"),
    () => line.replace(": ", ":"),
    () => line.replace(/["']/u, ""),
    () => `  ${line}`,
    () => line.trimStart(),
    () => line.replace(/[}\]]/u, ""),
    () => line.replaceAll("=", " = "),
  ];
  return pick(changes, random)();
}

function swapLines(text: string, random: Random): string {
  const lines = text.split("\n");
  const [one, other] = [random, random].map((next) => Math.floor(next() * lines.length));
  const [first, second] = [lines[one ?? 0] ?? "", lines[other ?? 0] ?? ""];
  return lines
    .with(one ?? 0, second)
    .with(other ?? 0, first)
    .join("\n");
}
