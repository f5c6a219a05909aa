import { type EditedText, problem } from "../../article/editing/edited-text.ts";
import { plainTextField } from "../../article/plain-text-field.ts";
import type { ArticleEdit } from "./article-edit.ts";

/** What each text is called on the page. */
const TITLES: Readonly<Record<string, string>> = {
  lead: "The lead",
  note: "The note",
  keywords: "A keyword",
  name: "The name",
  capacity: "The role",
  aliases: "Another name",
  own: "A question",
  title: "The title",
  heading: "The heading",
  summary: "The summary",
  publisher: "The publisher",
  author: "The author",
  published: "The date",
};

/** What readers would see of a text otherwise than it was typed. */
export function mistakeInTexts(edit: ArticleEdit): EditedText | undefined {
  const texts = Object.entries(edit).flatMap(([field, value]) =>
    [value].flat().map((text: unknown) => [field, text] as const),
  );
  for (const [field, text] of texts) {
    const title = TITLES[field];
    if (title === undefined || typeof text !== "string" || text === "") continue;
    const issue = plainTextField.safeParse(text).error?.issues[0];
    if (issue) return problem(`${title} ${issue.message}.`.replaceAll(CODE, "“$<code>”"), field);
  }
  return undefined;
}

/** As Markdown files have it, and the page does not. */
const CODE = /`(?<code>[^`]+)`/gu;
