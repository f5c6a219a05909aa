import { sentencesIn } from "../../../text/sentences.ts";
import type { ExtractedBlock } from "../../extracted-article.ts";
import { cleanText } from "../metadata/clean-text.ts";
import { parsePage } from "../page/parse-page.ts";
import { blocksOf } from "./page-blocks.ts";

const MARKUP = /<(?:p|br|div|li|h\d)\b/iu;
const LINE_ENDS = /[\r\n]+/u;
/** A text without paragraphs is cut after so many characters, at the end of a sentence. */
const MIN_PARAGRAPH = 250;
/** A longer line is several paragraphs. */
const MAX_LINE = 600;

/** An article's text from JSON-LD, which may have markup, line ends or neither. */
export function blocksInText(body: string): ExtractedBlock[] {
  const document = MARKUP.test(body) ? parsePage(body)?.body : undefined;
  if (document) {
    return blocksOf(document).map(({ kind, text }) => ({
      kind: kind === "heading" ? "heading" : "paragraph",
      text,
    }));
  }
  return body
    .split(LINE_ENDS)
    .map(cleanText)
    .filter((line) => line !== "")
    .flatMap(paragraphsOf)
    .map((text) => ({ kind: "paragraph", text }));
}

function paragraphsOf(line: string): string[] {
  if (line.length <= MAX_LINE) return [line];
  const paragraphs: string[] = [];
  for (const [start, end] of sentencesIn(line)) {
    const sentence = line.slice(start, end).trim();
    const last = paragraphs.at(-1);
    if (last === undefined || last.length >= MIN_PARAGRAPH) paragraphs.push(sentence);
    else paragraphs.splice(-1, 1, `${last} ${sentence}`);
  }
  return paragraphs;
}
