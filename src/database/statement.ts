const STATEMENT: unique symbol = Symbol("statement");

/** SQL and its parameters. Only `sql` makes one, so that no text of others ever becomes SQL. */
export type Statement = {
  readonly [STATEMENT]: true;
  /** With `$1`, `$2` … where the values go. */
  readonly text: string;
  readonly values: readonly unknown[];
};

/** sql`SELECT title FROM articles WHERE slug = ${slug}`; a statement as a value becomes part of this one. */
export function sql(strings: TemplateStringsArray, ...given: readonly unknown[]): Statement {
  const values: unknown[] = [];
  let text = strings[0] ?? "";
  for (const [place, value] of given.entries()) {
    const part = isStatement(value) ? renumbered(value, values.length) : `$${values.length + 1}`;
    values.push(...(isStatement(value) ? value.values : [value]));
    text += part + (strings[place + 1] ?? "");
  }
  return { [STATEMENT]: true, text, values };
}

function isStatement(value: unknown): value is Statement {
  return typeof value === "object" && value !== null && STATEMENT in value;
}

const PARAMETER = /\$(?<number>\d+)/gu;

function renumbered({ text }: Statement, before: number): string {
  return text.replace(PARAMETER, (_, number: string) => `$${Number(number) + before}`);
}
