/** The parts used of libraries that only the bench installs. */
declare module "lunr" {
  type Builder = { ref(name: string): void; field(name: string): void; add(entry: object): void };
  type Token = { update(change: (text: string) => string): Token };
  type Index = {
    query(build: (query: { term(terms: string[], options: object): void }) => void): {
      ref: string;
    }[];
  };
  const lunr: ((configure: (this: Builder) => void) => Index) & {
    tokenizer(text: string): string[];
    stopWordFilter(token: string): string | undefined;
    Token: Token;
  };
  export default lunr;
}

declare module "elasticlunr" {
  type Index = {
    addField(name: string): void;
    setRef(name: string): void;
    saveDocument(save: boolean): void;
    addDoc(entry: object): void;
    search(question: string, options: object): { ref: string }[];
  };
  const elasticlunr: (configure: (this: Index) => void) => Index;
  export default elasticlunr;
}

declare module "wink-bm25-text-search" {
  type Index = {
    defineConfig(config: object): void;
    definePrepTasks(tasks: ((text: string) => string[])[]): void;
    addDoc(entry: object, id: number): void;
    consolidate(): void;
    search(question: string, limit: number): [id: string, score: number][];
  };
  const bm25: () => Index;
  export default bm25;
}

declare module "@orama/orama" {
  type Database = { readonly brand: "orama" };
  export function create(options: object): Database;
  export function insertMultiple(
    database: Database,
    entries: object[],
    batch: number,
  ): Promise<string[]>;
  export function search(
    database: Database,
    query: object,
  ): Promise<{ hits: { document: { position: number } }[] }>;
}

declare module "@orama/stemmers/english" {
  export function stemmer(word: string): string;
}

declare module "@orama/stopwords/english" {
  export const stopwords: string[];
}

declare module "flexsearch" {
  export class Index {
    constructor(options: object);
    add(id: number, text: string): void;
    search(question: string, options: object): number[];
  }
}

declare module "better-sqlite3" {
  type Statement = { run(...values: unknown[]): void; all(...values: unknown[]): { id: number }[] };
  export default class Database {
    constructor(place: string);
    exec(sql: string): void;
    prepare(sql: string): Statement;
    pragma(name: string, options: { simple: true }): number;
    transaction<Item>(run: (items: readonly Item[]) => void): (items: readonly Item[]) => void;
  }
}
