import type { Language } from "../../languages/language.ts";

/** The forms a noun takes beside a number; `other` where the language has no more of them. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** "3 твердження", "5 тверджень": a number with the form of the noun that goes with it. */
export function counted(language: Language, count: number, forms: Forms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return `${count} ${form}`;
}
