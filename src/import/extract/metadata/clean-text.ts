import { stripInvisible } from "../../../article/invisible-characters.ts";

const SPACES = /\s+/gu;
const ENTITY =
  /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>amp|lt|gt|quot|apos|nbsp|[lr]squo|[lr]dquo|[lr]aquo|[mn]dash|hellip|shy));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  shy: "",
};
const MAX_CODE_POINT = 0x10ffff;

/** Text on one line. Values in JSON-LD and `<meta>` are often escaped twice. */
export function cleanText(text: string): string {
  const unescaped = text.replaceAll(
    ENTITY,
    (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : "";
    },
  );
  return stripInvisible(unescaped.toWellFormed()).replaceAll(SPACES, " ").trim();
}
