import type { MarkdownIt, StateInline } from "markdown-it";

/**
 * A letter or a digit of a script that puts spaces between words. Chinese, Japanese and their kind
 * have none, so emphasis there begins within what looks like a word.
 */
const IN_WORD =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{N}]/u;
/** The beginning of a web address, a handle or a hashtag, up to a sign within it. */
const ADDRESS_BEFORE = /(?:^|[\s(<"'“„«‘])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|t\.me\/|[@#])\S*$/iu;
/** No address that an editor types is longer. */
const LONGEST_ADDRESS = 300;
/** `[1]`, also several in a row; `[1](https://…)` and `[1][x]` are links. */
const NUMBER_IN_BRACKETS = /\[\d+\](?!\(|\[(?!\d+\]))/uy;

/** Signs that Markdown would take off words as newsrooms write them. */
export function keepLiteralCharacters(markdown: MarkdownIt): void {
  markdown.inline.State = class extends markdown.inline.State {
    /** `2*3*4` and `f*ck*ng` are no emphasis, nor are `@_ann_` and `https://a.example/_b_`. */
    override scanDelims(start: number, canSplitWord: boolean) {
      const run = super.scanDelims(start, canSplitWord);
      const isLiteral = isWithinWord(this.src, start, run.length) || isInAddress(this.src, start);
      return isLiteral ? { ...run, can_open: false } : run;
    }
  };
  markdown.inline.ruler.before("backticks", "apostrophe", apostrophe);
}

/** Whether `[1]` stands at this place: as a link it would read "1", and "9[1] crowns" as "91 crowns". */
export function isNumberInBrackets({ src, pos }: StateInline): boolean {
  NUMBER_IN_BRACKETS.lastIndex = pos;
  return NUMBER_IN_BRACKETS.test(src);
}

/** п`ять, O`Neill: two of them in a paragraph would be a stretch of code. */
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
  return ADDRESS_BEFORE.test(source.slice(Math.max(0, start - LONGEST_ADDRESS), start));
}
