import type { Article } from "../../article/article.ts";
import { editTitle } from "../../article/editing/edit-heading.ts";
import { editFields, type FieldEdit, isListed } from "../../article/editing/edit-fields.ts";
import { type EditedText, problem } from "../../article/editing/edited-text.ts";
import type { ArticleEdit } from "./article-edit.ts";

type About = Extract<ArticleEdit, { do: "about" }>;

/** What the article is called, where it was published, and in which language it is. */
export function editAbout(
  markdown: string,
  file: string,
  article: Article,
  edit: About,
): EditedText {
  const mistake = mistakeIn(edit);
  if (mistake) return mistake;
  const titled =
    edit.title === article.title
      ? { kind: "edited" as const, text: markdown, article }
      : editTitle(markdown, file, edit.title);
  if (titled.kind === "problem") return titled;
  const edits = [...sourceEdits(edit, article), ...publisherEdits(edit, article, markdown)];
  return edits.length === 0 ? titled : editFields(titled.text, file, edits);
}

/** `en`, `uk`, `pt-BR` */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

function mistakeIn({ title, language, url }: About): EditedText | undefined {
  if (title === "") return problem("The article needs a title.", "title");
  if (!LANGUAGE.test(language)) {
    return problem("Give the language by its code: en, uk, ru, de …", "language");
  }
  if (url !== "" && !isWebAddress(url)) {
    return problem("The page's address starts with https:// or http://.", "url");
  }
  return undefined;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/iu.test(url) && URL.canParse(url);
}

function sourceEdits(edit: About, { language, source }: Article): FieldEdit[] {
  const fields: [string[], string, string][] = [
    [["language"], language, edit.language],
    [["source", "url"], source.url ?? "", edit.url],
    [["source", "author"], source.author ?? "", edit.author],
    [["source", "published"], source.publishedOn ?? "", edit.published],
  ];
  return fields
    .filter(([, before, after]) => before !== after)
    .map(([path, , after]): FieldEdit => ({ path, ...(after !== "" && { value: after }) }));
}

/** Who publishes may be there by name alone, or be one of the people. */
function publisherEdits(
  { publisher: name }: About,
  { source: { publisher } }: Article,
  markdown: string,
): FieldEdit[] {
  if (name === (publisher?.name ?? "")) return [];
  const path = ["source", "publisher"];
  if (name === "") return [{ path }];
  return publisher && isListed(markdown, publisher.id)
    ? [{ path: ["people", publisher.id, "name"], value: name }]
    : [{ path, value: name }];
}
