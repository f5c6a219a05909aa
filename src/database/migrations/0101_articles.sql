-- Articles as readers are answered from them, with every version there was.

-- Grows with every change of an article, in the order of their transactions, for the writer holds a lock.
CREATE SEQUENCE article_changes AS bigint;

CREATE TABLE articles (
  slug text PRIMARY KEY,
  -- 1, 2 …: an edit names the one that it changes, and is refused if there is a later one.
  version integer NOT NULL,
  change bigint NOT NULL,
  -- SHA-256 of the files' names and texts.
  digest text NOT NULL,
  language text NOT NULL,
  title text NOT NULL,
  publisher text,
  -- The day, and what the article prints.
  published_on date,
  published_as text,
  -- The name of the file in the folder of articles, and what the editor wrote there.
  file text NOT NULL,
  markdown text NOT NULL,
  -- What changed it last: the folder, an import …
  origin text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now(),
  -- Since then nobody is answered from it; its versions stay.
  withdrawn_at timestamptz
);

CREATE INDEX articles_by_change ON articles (change);
CREATE INDEX articles_by_day ON articles (published_on DESC NULLS LAST, slug) WHERE withdrawn_at IS NULL;
CREATE INDEX articles_by_publisher ON articles (publisher, published_on DESC) WHERE withdrawn_at IS NULL;

CREATE TABLE article_translations (
  slug text NOT NULL REFERENCES articles ON DELETE CASCADE,
  language text NOT NULL,
  title text NOT NULL,
  file text NOT NULL,
  markdown text NOT NULL,
  PRIMARY KEY (slug, language)
);

CREATE TABLE article_people (
  slug text NOT NULL REFERENCES articles ON DELETE CASCADE,
  -- As in the article's own file.
  id text NOT NULL,
  name text NOT NULL,
  capacity text,
  -- Other names, in the translations as well.
  aliases text[] NOT NULL,
  PRIMARY KEY (slug, id)
);

CREATE INDEX article_people_by_name ON article_people (name);

-- What was replaced, so that no edit is lost. The latest version is in articles.
CREATE TABLE article_versions (
  slug text NOT NULL REFERENCES articles ON DELETE CASCADE,
  version integer NOT NULL,
  digest text NOT NULL,
  -- The files by their names: {"ferry.md": "# …", "ferry.uk.md": "# …"}.
  files jsonb NOT NULL,
  origin text NOT NULL,
  made_at timestamptz NOT NULL,
  -- Nobody was answered from it.
  withdrawn boolean NOT NULL,
  PRIMARY KEY (slug, version)
);
