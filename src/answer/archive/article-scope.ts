import type { ArticleScope, DayRange } from "../../article/article-scope.ts";
import type { CalendarDay } from "../../languages/dates/calendar.ts";
import { startOfForm } from "../../languages/archive-forms.ts";
import type { LanguagePack } from "../../languages/language-pack.ts";
import type { Range } from "../../text/ranges.ts";
import type { Catalogue } from "./catalogue.ts";
import { dayRangeOf } from "./day-range.ts";
import { publisherNamedIn } from "./publishers.ts";

/** The scope of a question, and the rest of its words. */
export type ScopedQuestion = { readonly scope: ArticleScope; readonly rest: string };

type Setting = {
  readonly catalogue: Pick<Catalogue, "publishers" | "sections">;
  readonly pack: LanguagePack;
  readonly today: Required<CalendarDay> | undefined;
};

/**
 * Reads "in last week's articles", "what did the Herald write about …". A time alone is no scope, because "what
 * happened last week?" asks about an event: it takes a word for articles or for publishing beside it. Nor is the name
 * of a publisher alone: it takes "in", "according to" or what publishers do.
 */
export function articleScope(question: string, setting: Setting): ScopedQuestion | undefined {
  const section = sectionAskedOf(question, setting);
  const afterSection = section ? without(section.range, question) : question;
  const days = daysAskedOf(afterSection, setting);
  const afterDays = days ? without(days.range, afterSection) : afterSection;
  const publisher = publisherAskedOf(afterDays, setting);
  if (!section && !days && !publisher) return undefined;
  return {
    scope: {
      ...(days && { days: days.days }),
      ...(publisher && { publisher: publisher.name }),
      ...(section && { section: section.name }),
    },
    rest: publisher ? without(publisher.range, afterDays) : afterDays,
  };
}

type Dated = { readonly days: DayRange; readonly range: Range };

function daysAskedOf(question: string, setting: Setting): Dated | undefined {
  const { scopes } = setting.pack.archive ?? {};
  const { today, pack } = setting;
  if (!scopes?.hint.test(question)) return undefined;
  for (const { asked, date } of scopes.adjectives) {
    const found = asked.exec(question);
    const days = found && dayRangeOf({ value: date }, today);
    if (days) return { days, range: [found.index, found.index + found[0].length] };
  }
  const { hiding } = scopes;
  const text = hiding ? question.replaceAll(hiding, (words) => " ".repeat(words.length)) : question;
  for (const span of pack.datesIn(text, today)) {
    const range = rangeOfScope([span.start, span.end], question, scopes);
    const isOfDay = scopes.ofDay?.test(question.slice(0, span.start)) === true;
    const days = range && dayRangeOf(isOfDay ? { value: span.value } : span, today);
    if (days) return { days, range };
  }
  return undefined;
}

type Scopes = NonNullable<LanguagePack["archive"]>["scopes"];

/** The words that make a scope of a date; `undefined` if nothing beside it speaks of articles. */
function rangeOfScope([start, end]: Range, text: string, scopes: Scopes): Range | undefined {
  const before = text.slice(0, start);
  const of = startOfForm(scopes.articlesOf, before);
  if (of !== undefined) return [of, end];
  const from = startOfForm(scopes.within, before) ?? start;
  const after = scopes.datedArticles.exec(text.slice(end));
  if (after) return [from, end + after[0].length];
  return scopes.published.test(before) ? [from, end] : undefined;
}

/** Looked for only if the question has a word for a section. */
function sectionAskedOf(
  question: string,
  { catalogue, pack }: Pick<Setting, "catalogue" | "pack">,
): Published | undefined {
  const { scopes } = pack.archive ?? {};
  if (!scopes?.sectionHint.test(question)) return undefined;
  for (const name of catalogue.sections()) {
    const start = question.toLowerCase().indexOf(name.toLowerCase());
    if (start < 0) continue;
    const [before, after] = [question.slice(0, start), question.slice(start + name.length)];
    const end = start + name.length + (CLOSING_MARK.test(after) ? 1 : 0);
    const inside = startOfForm(scopes.inSection, before);
    if (inside !== undefined) return { name, range: [inside, end] };
    const section = scopes.sectionAfter.exec(after);
    const from = startOfForm(scopes.beforeSection, before) ?? start;
    if (section) return { name, range: [from, start + name.length + section[0].length] };
  }
  return undefined;
}

type Published = { readonly name: string; readonly range: Range };

function publisherAskedOf(
  question: string,
  { catalogue, pack }: Pick<Setting, "catalogue" | "pack">,
): Published | undefined {
  const { scopes } = pack.archive ?? {};
  const named = scopes && publisherNamedIn(question, catalogue.publishers(), pack);
  if (!named) return undefined;
  const { name, start } = named;
  const end = named.end + (CLOSING_MARK.test(question.slice(named.end)) ? 1 : 0);
  const before = question.slice(0, start);
  const inside = startOfForm(scopes.inPublisher, before) ?? startOfForm(scopes.writtenBy, before);
  if (inside !== undefined) return { name, range: [inside, end] };
  const writes = scopes.publisherWrites.exec(question.slice(end));
  if (!writes) return undefined;
  const from = startOfForm(scopes.beforeWriter, before) ?? start;
  return { name, range: [from, end + writes[0].length] };
}

const CLOSING_MARK = /^[»”“"]/u;
const SPACES = /\s+/gu;
const SPACE_BEFORE_MARK = / (?=[?!.,])/gu;
const MARKS_BEFORE = /^[\s,:]+/u;

function without([start, end]: Range, text: string): string {
  return tidy(`${text.slice(0, start)} ${text.slice(end)}`);
}

function tidy(text: string): string {
  return text
    .replaceAll(SPACES, " ")
    .replaceAll(SPACE_BEFORE_MARK, "")
    .replace(MARKS_BEFORE, "")
    .trim();
}
