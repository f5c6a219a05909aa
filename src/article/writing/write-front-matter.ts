import { stringify } from "yaml";
import { DEFAULT_LANGUAGE } from "../../languages/language.ts";
import type { Article, Person } from "../article.ts";
import { languageOfText } from "../language-of-text.ts";
import { plainTextField } from "../plain-text-field.ts";
import { SLUG, slugify } from "../slug.ts";

/** A title that front matter cannot hold is written as a heading instead. */
export function isPlainText(text: string): boolean {
  return plainTextField.safeParse(text).data === text;
}

/** The YAML above an article, with its fences. Fields with their default values are left out. */
export function writeFrontMatter(article: Article): string {
  const { title, language, text, people, source, embargo, imported } = article;
  const proposed = article.proposedQuestions ?? [];
  const own = article.suggestedQuestions.slice(
    0,
    article.suggestedQuestions.length - proposed.length,
  );
  const listed = isNameEnough(source.publisher, people) ? people.slice(0, -1) : people;
  const fields = {
    ...(isPlainText(title) && { title }),
    ...(!readsAsEnglish(article) && { language }),
    ...(text !== "verbatim" && { text }),
    source: sourceFields(article, listed),
    embargo,
    people: Object.fromEntries(listed.map(({ id, ...person }) => [id, personFields(person)])),
    questions: own,
    "proposed-questions": proposed,
    imported,
  };
  const given = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  if (given.length === 0) return "";
  return `---\n${stringify(Object.fromEntries(given), STYLE)}---\n`;
}

/** Then it is read as English without being told. */
function readsAsEnglish({ language, title, sections }: Article): boolean {
  return language === DEFAULT_LANGUAGE && languageOfText(title, sections) === DEFAULT_LANGUAGE;
}

/** Long lines stay as they are: editors compare versions line by line. */
const STYLE = { schema: "failsafe", lineWidth: 0, aliasDuplicateObjects: false } as const;

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

function sourceFields({ title, source }: Article, listed: readonly Person[]) {
  const { publisher, url, author, publishedOn, updatedOn, section } = source;
  const isListed = publisher !== undefined && listed.includes(publisher);
  return {
    ...(publisher && { publisher: isListed ? publisher.id : publisher.name }),
    ...(source.title !== title && { title: source.title }),
    ...(url !== undefined && { url }),
    ...(author !== undefined && { author }),
    ...(publishedOn !== undefined && { published: publishedOn }),
    ...(updatedOn !== undefined && { updated: updatedOn }),
    ...(section !== undefined && { section }),
  };
}

function personFields({ name, capacity, aliases }: Omit<Person, "id">) {
  return {
    name,
    ...(capacity !== undefined && { capacity }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** Whether `publisher: Name` says all about the publisher, who is then the last of the people. */
function isNameEnough(publisher: Person | undefined, people: readonly Person[]): boolean {
  if (!publisher || people.at(-1) !== publisher) return false;
  const { id, name, capacity, aliases } = publisher;
  const isPlain = capacity === undefined && aliases.length === 0 && id === slugify(name);
  return isPlain && !SLUG.test(name) && people.every((person) => person.id !== name);
}
