import type { MarkdownIt, StateInline } from "markdown-it";

/**
 * A letter or digit of a script that separates words with spaces. In scripts that do not, such as Chinese
 * or Japanese, emphasis may start inside what looks like a word.
 */
const IN_WORD =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{N}]/u;
/** The start of a URL, handle or hashtag, up to a character inside it. */
const ADDRESS_BEFORE = /(?:^|[\s(<"'“„«‘])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|t\.me\/|[@#])\S*$/iu;
/** Editors do not type longer URLs. */
const MAX_ADDRESS_LENGTH = 300;
/** `[1]` and `[1][2]`; `[1](https://…)` and `[1][x]` are links. */
const NUMBER_IN_BRACKETS = /\[\d+\](?!\(|\[(?!\d+\]))/uy;

/** Keeps characters in words and URLs that CommonMark would read as markup. */
export function keepLiteralCharacters(markdown: MarkdownIt): void {
  markdown.inline.State = class extends markdown.inline.State {
    /** `2*3*4`, `f*ck*ng`, `@_ann_` and `https://a.example/_b_` contain no emphasis. */
    override scanDelims(start: number, canSplitWord: boolean) {
      const run = super.scanDelims(start, canSplitWord);
      const isLiteral = isWithinWord(this.src, start, run.length) || isInAddress(this.src, start);
      return isLiteral ? { ...run, can_open: false } : run;
    }
  };
  markdown.inline.ruler.before("backticks", "apostrophe", apostrophe);
}

/** Whether `[1]` starts here. Read as a link, it would turn "9[1] crowns" into "91 crowns". */
export function isNumberInBrackets({ src, pos }: StateInline): boolean {
  NUMBER_IN_BRACKETS.lastIndex = pos;
  return NUMBER_IN_BRACKETS.test(src);
}

/** п`ять, O`Neill: two such backticks in a paragraph would make inline code. */
function apostrophe(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "`" || !isWithinWord(state.src, state.pos, 1)) return false;
  if (!silent) state.pending += "`";
  state.pos += 1;
  return true;
}

function isWithinWord(source: string, start: number, length: number): boolean {
  const isAfter = IN_WORD.test(source.slice(Math.max(0, start - 1), start));
  return isAfter && IN_WORD.test(source.slice(start + length, start + length + 2));
}

function isInAddress(source: string, start: number): boolean {
  return ADDRESS_BEFORE.test(source.slice(Math.max(0, start - MAX_ADDRESS_LENGTH), start));
}
