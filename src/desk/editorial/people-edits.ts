import type { Article, Passage, Person } from "../../article/article.ts";
import { editFields, type FieldEdit, isListed } from "../../article/editing/edit-fields.ts";
import { editPassage } from "../../article/editing/edit-passage.ts";
import { type EditedText, passagesOf, problem } from "../../article/editing/edited-text.ts";
import { slugify } from "../../article/slug.ts";
import type { ArticleEdit } from "./article-edit.ts";

type Edit<Name extends ArticleEdit["do"]> = Extract<ArticleEdit, { do: Name }>;
type Written = { readonly markdown: string; readonly file: string; readonly article: Article };

/** Changes a person, or adds one. */
export function editPerson({ markdown, file, article }: Written, edit: Edit<"person">): EditedText {
  const { id, name, capacity, aliases } = edit;
  const { people, source, imported } = article;
  if (name === "") return problem("A person needs a name.", "name");
  const known = people.find((person) => person.id === id);
  const isUnlisted = known === source.publisher && known && !isListed(markdown, known.id);
  const isNameAlone = isUnlisted === true && capacity === "" && aliases.length === 0;
  if (isNameAlone)
    return editFields(markdown, file, [{ path: ["source", "publisher"], value: name }]);
  // Import does not know everybody's capacity, and invents none.
  if (capacity === "" && imported === undefined) {
    return problem(`Say in what capacity ${name} speaks.`, "capacity");
  }
  const edits =
    known && !isUnlisted ? changes(known, edit) : addition(edit, known?.id ?? freeId(name, people));
  const asPublisher = { path: ["source", "publisher"], value: known?.id ?? "" };
  return editFields(markdown, file, isUnlisted ? [...edits, asPublisher] : edits);
}

function addition({ name, capacity, aliases }: Edit<"person">, id: string): FieldEdit[] {
  const value = {
    name,
    ...(capacity !== "" && { capacity }),
    ...(aliases.length > 0 && { aliases }),
  };
  return [{ path: ["people", id], value }];
}

function changes(known: Person, { name, capacity, aliases }: Edit<"person">): FieldEdit[] {
  const fields: [string, string | readonly string[], string | readonly string[]][] = [
    ["name", known.name, name],
    ["capacity", known.capacity ?? "", capacity],
    ["aliases", known.aliases, aliases],
  ];
  return fields
    .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([field, , after]): FieldEdit => {
      return { path: ["people", known.id, field], ...(after.length > 0 && { value: after }) };
    });
}

/** Long enough to be recognised in `by=`. */
const MAX_ID = 24;

/** The surname if it is free. */
function freeId(name: string, people: readonly Person[]): string {
  const taken = new Set(people.map(({ id }) => id));
  const surname = slugify(name.split(/\s+/u).at(-1) ?? name, MAX_ID);
  const base = taken.has(surname) ? slugify(name, MAX_ID) : surname;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}

export const UNKNOWN_PERSON = "This person is no longer among the article's people.";

/** What the one says goes to the other, and its names too. */
export function mergePeople(
  { markdown, file, article }: Written,
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

/** Takes out somebody who says nothing. */
export function removePerson(
  { markdown, file, article }: Written,
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
