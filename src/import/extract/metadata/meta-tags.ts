import type { PageDocument } from "../page/page-element.ts";

/** What the `<meta>` elements of a page say, by lower-case name. */
export type MetaTags = {
  /** The first value of the first of these names that has one. */
  readonly first: (...names: readonly string[]) => string | undefined;
};

export function metaTags(document: PageDocument): MetaTags {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && !values.has(name)) values.set(name, content);
    }
  }
  return {
    first: (...names) => {
      const name = names.find((one) => values.has(one));
      return name === undefined ? undefined : values.get(name);
    },
  };
}
