import { z } from "zod";
import type { Article, Attribution, Passage } from "../../article/article.ts";
import { attributeRange, confirmRange } from "../../article/editing/attribute-range.ts";
import { editFields, type FieldEdit } from "../../article/editing/edit-fields.ts";
import { editPassage } from "../../article/editing/edit-passage.ts";
import { editSection } from "../../article/editing/edit-heading.ts";
import { type EditedText, problem } from "../../article/editing/edited-text.ts";
import { editAbout } from "./about-edits.ts";
import { mistakeInTexts } from "./mistake-in-texts.ts";
import { editPerson, mergePeople, removePerson, UNKNOWN_PERSON } from "./people-edits.ts";

const MAX_TEXT = 1000;
const MAX_LISTED = 100;

const text = z
  .string()
  .trim()
  .max(MAX_TEXT, "A text here has at most 1,000 characters: shorten it.");
const listed = text.min(1, "An entry of a list is empty: fill it in or take it out.");
const list = z.array(listed).max(MAX_LISTED, "There are more than 100 entries: take some out.");
const offset = z.int().min(0);
const range = { passage: z.string(), start: offset, end: offset };

/** What an editor does to an article, in terms of the article and not of its file. */
export const articleEditSchema = z.discriminatedUnion("do", [
  /** Somebody says these words; null is the publisher. */
  z.strictObject({
    do: z.literal("attribute"),
    ...range,
    speaker: z.string().nullable(),
    kind: z.enum(["opinion", "announcement", "report"]),
    quoted: z.enum(["direct", "mixed", "retold"]),
  }),
  /** What import proposed for these words is right. */
  z.strictObject({ do: z.literal("confirm"), ...range }),
  /** What editors add to a passage; empty texts take it out. */
  z.strictObject({
    do: z.literal("describe"),
    passage: z.string(),
    isKeyFact: z.boolean(),
    lead: text,
    note: text,
    keywords: list,
  }),
  /** Changes a person, or adds one without an id. */
  z.strictObject({
    do: z.literal("person"),
    id: z.string().optional(),
    name: text,
    capacity: text,
    aliases: list,
  }),
  /** Two entries are one person: what the one says goes to the other, and its names too. */
  z.strictObject({ do: z.literal("merge"), person: z.string(), into: z.string() }),
  z.strictObject({ do: z.literal("remove-person"), person: z.string() }),
  /** A section's heading, and what it says in one sentence. */
  z.strictObject({
    do: z.literal("section"),
    section: z.string(),
    heading: text,
    summary: text,
  }),
  /** What the article is called and where it was published. */
  z.strictObject({
    do: z.literal("about"),
    title: text,
    publisher: text,
    author: text,
    published: text,
    url: z.string().trim().max(MAX_TEXT),
    language: z.string().trim().max(MAX_TEXT),
  }),
  /** The questions that readers are offered, and those that import proposes. */
  z.strictObject({ do: z.literal("questions"), own: list, proposed: list }),
]);

export type ArticleEdit = z.output<typeof articleEditSchema>;

/** The article's Markdown after an edit. Whatever the edit does not mean stays as it is written. */
export function applyArticleEdit(
  markdown: string,
  file: string,
  article: Article,
  edit: ArticleEdit,
): EditedText {
  return mistakeInTexts(edit) ?? carryOut(markdown, file, article, edit);
}

function carryOut(markdown: string, file: string, article: Article, edit: ArticleEdit): EditedText {
  const written = { markdown, file, article };
  switch (edit.do) {
    case "attribute": {
      const attribution = attributionOf(edit, article);
      if (!attribution) return problem(UNKNOWN_PERSON);
      return editRange(markdown, file, edit, (passage, words) =>
        attributeRange(passage, words, attribution),
      );
    }
    case "confirm":
      return editRange(markdown, file, edit, confirmRange);
    case "describe":
      return editPassage(markdown, file, edit.passage, (passage) => described(passage, edit));
    case "person":
      return editPerson(written, edit);
    case "merge":
      return mergePeople(written, edit);
    case "remove-person":
      return removePerson(written, edit);
    case "section":
      return editSection(markdown, file, edit.section, edit);
    case "about":
      return editAbout(markdown, file, article, edit);
    case "questions":
      return editFields(markdown, file, questionEdits(edit));
  }
}

type Edit<Name extends ArticleEdit["do"]> = Extract<ArticleEdit, { do: Name }>;

function attributionOf(
  { speaker: id, kind, quoted }: Edit<"attribute">,
  { people, source }: Article,
): Attribution | undefined {
  const speaker = id === null ? source.publisher : people.find((person) => person.id === id);
  if (!speaker && id !== null) return undefined;
  return { speaker, kind, quoted };
}

function editRange(
  markdown: string,
  file: string,
  { passage: id, start, end }: Edit<"attribute" | "confirm">,
  edit: (passage: Passage, range: readonly [number, number]) => Passage,
): EditedText {
  return editPassage(markdown, file, id, (passage) =>
    edit(passage, [start, Math.min(end, passage.text.length)]),
  );
}

/** Also the lead that import proposed has been looked at. */
function described(passage: Passage, edit: Edit<"describe">): Passage {
  const { lead: _lead, note: _note, ...rest } = passage;
  return {
    ...rest,
    isKeyFact: edit.isKeyFact,
    ...(edit.lead !== "" && { lead: edit.lead }),
    ...(edit.note !== "" && { note: edit.note }),
    keywords: edit.keywords,
  };
}

function questionEdits({ own, proposed }: Edit<"questions">): FieldEdit[] {
  return [
    { path: ["questions"], ...(own.length > 0 && { value: own }) },
    { path: ["proposed-questions"], ...(proposed.length > 0 && { value: proposed }) },
  ];
}
