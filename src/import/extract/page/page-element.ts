/** What extraction uses of a node of a page. */
export type PageNode = {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  readonly remove: () => void;
};

/** What extraction uses of an element. */
export type PageElement = PageNode & {
  readonly tagName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly hasAttribute: (name: string) => boolean;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
};

export type PageDocument = Pick<PageElement, "querySelector" | "querySelectorAll"> & {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  readonly cloneNode: (isDeep: boolean) => PageDocument;
};

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: Pick<PageNode, "nodeType">): node is PageElement {
  return node.nodeType === ELEMENT;
}

export function isText({ nodeType }: PageNode): boolean {
  return nodeType === TEXT;
}

/** In capitals: "P". */
export function tagOf({ tagName }: PageElement): string {
  return tagName.toUpperCase();
}

/** The children of a node, even if one is removed while they are read. */
export function childrenOf(node: PageNode): PageNode[] {
  const children: PageNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The element and those that contain it, from the inside out. */
export function* withAncestors(element: PageElement): Generator<PageElement> {
  for (let at: PageNode | null = element; at && isElement(at); at = at.parentNode) yield at;
}

const NOT_IN_A_NAME = /[^a-z]+/u;
const CAMEL = /(?<=[a-z])(?=[A-Z])/gu;

/** Words of an element's classes and id: `relatedStory-box` → related, story, box. */
export function classWords(element: PageElement): string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return names.replaceAll(CAMEL, "-").toLowerCase().split(NOT_IN_A_NAME);
}
