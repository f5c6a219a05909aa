import { z } from "zod";
import type { Article, Attribution, Passage, Person } from "../../article/article.ts";
import { attributeRange, confirmRange } from "../../article/editing/attribute-range.ts";
import { editFields, type FieldEdit } from "../../article/editing/edit-fields.ts";
import { editPassage } from "../../article/editing/edit-passage.ts";
import { type EditedText, passagesOf, problem } from "../../article/editing/edited-text.ts";
import { slugify } from "../../article/slug.ts";

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
    name: text.min(1, "A person needs a name."),
    capacity: text,
    aliases: list,
  }),
  /** Two entries are one person: what the one says goes to the other, and its names too. */
  z.strictObject({ do: z.literal("merge"), person: z.string(), into: z.string() }),
  z.strictObject({ do: z.literal("remove-person"), person: z.string() }),
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
      return editFields(markdown, file, personEdits(edit, article));
    case "merge":
      return mergePeople(markdown, file, article, edit);
    case "remove-person":
      return removePerson(markdown, file, article, edit);
    case "questions":
      return editFields(markdown, file, questionEdits(edit));
  }
}

const UNKNOWN_PERSON = "This person is no longer among the article's people.";

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

/** Long enough to be recognised in `by=`. */
const MAX_ID = 24;

function personEdits(
  { id, name, capacity, aliases }: Edit<"person">,
  { people }: Article,
): FieldEdit[] {
  const known = people.find((person) => person.id === id);
  if (!known) {
    const value = {
      name,
      ...(capacity !== "" && { capacity }),
      ...(aliases.length > 0 && { aliases }),
    };
    return [{ path: ["people", freeId(name, people)], value }];
  }
  const path = ["people", known.id];
  const fields: [string, string | readonly string[], string | readonly string[]][] = [
    ["name", known.name, name],
    ["capacity", known.capacity ?? "", capacity],
    ["aliases", known.aliases, aliases],
  ];
  return fields
    .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([field, , after]): FieldEdit => {
      return { path: [...path, field], ...(after.length > 0 && { value: after }) };
    });
}

/** The surname if it is free. */
function freeId(name: string, people: readonly Person[]): string {
  const taken = new Set(people.map(({ id }) => id));
  const surname = slugify(name.split(/\s+/u).at(-1) ?? name, MAX_ID);
  const base = taken.has(surname) ? slugify(name, MAX_ID) : surname;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}

function mergePeople(
  markdown: string,
  file: string,
  article: Article,
  { person: from, into }: Edit<"merge">,
): EditedText {
  const [merged, kept] = [from, into].map((id) => article.people.find((one) => one.id === id));
  if (!merged || !kept || merged === kept) return problem(UNKNOWN_PERSON);
  let edited: EditedText = { kind: "edited", text: markdown, article };
  for (const { id } of passagesOf(article).filter((passage) => speaksIn(passage, merged))) {
    edited = editPassage(edited.text, file, id, (passage) => spokenBy(passage, from, kept));
    if (edited.kind === "problem") return edited;
  }
  const aliases = [...new Set([...kept.aliases, merged.name, ...merged.aliases])];
  return editFields(edited.text, file, [
    { path: ["people", into, "aliases"], value: aliases.filter((name) => name !== kept.name) },
    { path: ["people", from] },
  ]);
}

function removePerson(
  markdown: string,
  file: string,
  article: Article,
  { person: id }: Edit<"remove-person">,
): EditedText {
  const person = article.people.find((one) => one.id === id);
  if (!person) return problem(UNKNOWN_PERSON);
  if (passagesOf(article).some((passage) => speaksIn(passage, person))) {
    return problem(
      `${person.name} still speaks here: give those sentences to somebody else first.`,
    );
  }
  return editFields(markdown, file, [{ path: ["people", id] }]);
}

function speaksIn({ speaker, spans = [] }: Passage, person: Person): boolean {
  return [speaker, ...spans.map((span) => span.speaker)].includes(person);
}

function spokenBy(passage: Passage, from: string, speaker: Person): Passage {
  const { spans } = passage;
  return {
    ...passage,
    ...(passage.speaker?.id === from && { speaker }),
    ...(spans && {
      spans: spans.map((span) => (span.speaker?.id === from ? { ...span, speaker } : span)),
    }),
  };
}

function questionEdits({ own, proposed }: Edit<"questions">): FieldEdit[] {
  return [
    { path: ["questions"], ...(own.length > 0 && { value: own }) },
    { path: ["proposed-questions"], ...(proposed.length > 0 && { value: proposed }) },
  ];
}
