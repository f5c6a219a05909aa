-- What questions find articles by, where they are more than a process holds.

-- Finds words that a typo may stand for. Any owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE archive_articles (
  -- An article that changes gets another one, higher than all before.
  id integer PRIMARY KEY,
  slug text COLLATE "C" NOT NULL UNIQUE,
  -- What stands for the slug in buttons.
  reference text COLLATE "C" NOT NULL,
  -- Of its page, in the form for comparing.
  address text COLLATE "C",
  -- Of publication, in days since 1970.
  day integer,
  -- Names as they are written.
  publisher text,
  section text,
  -- Which version of the bot's reading wrote it: ARCHIVE_FORM.
  form smallint NOT NULL,
  -- What it adds to the counts below, as JSON.
  counts bytea NOT NULL,
  -- The article without its passages, in the form of the bot's `v8.serialize`.
  body bytea NOT NULL
);

CREATE INDEX archive_articles_by_reference ON archive_articles (reference);
-- Addresses may be longer than a B-tree takes.
CREATE INDEX archive_articles_by_address ON archive_articles USING hash (address);
CREATE INDEX archive_articles_by_day ON archive_articles (day DESC NULLS LAST, id DESC);

CREATE INDEX archive_articles_by_publisher ON archive_articles (publisher, day);
CREATE INDEX archive_articles_by_section ON archive_articles (section, day);

-- Ids are known before a batch is written: postings have them.
CREATE SEQUENCE archive_article_ids AS integer;

CREATE TABLE archive_passages (
  article integer NOT NULL REFERENCES archive_articles ON DELETE CASCADE,
  -- 0: as published; 1, 2 …: its translations.
  text smallint NOT NULL,
  position integer NOT NULL,
  -- The passage as it is indexed, in the same form.
  body bytea NOT NULL,
  PRIMARY KEY (article, text, position)
);

-- Which passages have a term: see `posting-lists.ts`. Lists are short, so that new ones are cheap to add, and a question
-- reads as many as it needs, the latest first.
CREATE TABLE archive_postings (
  language text NOT NULL,
  term text COLLATE "C" NOT NULL,
  -- Id of the first article in the list.
  first_article integer NOT NULL,
  list bytea NOT NULL,
  PRIMARY KEY (language, term, first_article)
) WITH (fillfactor = 80);

ALTER TABLE archive_postings ALTER list SET STORAGE EXTERNAL;

-- In how many passages a term is; 0 for names of people whom no passage mentions.
CREATE TABLE archive_terms (
  language text NOT NULL,
  term text COLLATE "C" NOT NULL,
  passages integer NOT NULL,
  -- How many texts have it; without any, the row goes.
  texts integer NOT NULL,
  PRIMARY KEY (language, term)
);

-- Words as they are written, folded.
CREATE TABLE archive_words (
  language text NOT NULL,
  word text COLLATE "C" NOT NULL,
  uses integer NOT NULL,
  term text NOT NULL,
  -- How often its term is written as a name, and how it sounds then.
  names integer NOT NULL,
  sounds text[] COLLATE "C" NOT NULL,
  PRIMARY KEY (language, word)
);

CREATE INDEX archive_words_by_letters ON archive_words USING gin (word gin_trgm_ops);
CREATE INDEX archive_words_by_sound ON archive_words USING gin (sounds) WHERE names > 0;

-- Who is named in an article.
CREATE TABLE archive_people (
  language text NOT NULL,
  id text COLLATE "C" NOT NULL,
  article integer NOT NULL REFERENCES archive_articles ON DELETE CASCADE,
  PRIMARY KEY (language, id, article)
);

CREATE INDEX archive_people_by_article ON archive_people (article);

-- What people are found by: the terms of their names and roles, and how their names sound.
CREATE TABLE archive_names (
  language text NOT NULL,
  -- With a mark before it if it is a sound.
  key text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- Articles that name them so, and their passages in which they speak or are mentioned.
  articles integer NOT NULL,
  passages integer NOT NULL,
  PRIMARY KEY (language, key, id)
);

CREATE INDEX archive_names_by_passages ON archive_names (language, key, passages);

CREATE TABLE archive_statistics (
  language text PRIMARY KEY,
  passages bigint NOT NULL,
  -- Those that are no translations.
  originals bigint NOT NULL,
  -- Words of all passages.
  words bigint NOT NULL,
  documents bigint NOT NULL,
  -- Different terms of each document, summed up.
  terms bigint NOT NULL
);

-- Up to which change of `articles` the archive has them, and in which form; written together with their rows.
CREATE TABLE archive_progress (
  change bigint NOT NULL,
  form smallint NOT NULL
);

INSERT INTO archive_progress VALUES (0, 0);

-- Words that may be meant by one with typos, the most similar first. Two swapped letters of five leave a fifth of the
-- trigrams.
CREATE FUNCTION archive_words_like(asked_language text, typed text, shortest integer, longest integer)
RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE PARALLEL SAFE SET pg_trgm.similarity_threshold = '0.19'
AS $$
  SELECT archive_words.word, archive_words.uses FROM archive_words
  WHERE archive_words.language = asked_language AND archive_words.word % typed AND archive_words.uses > 0
    AND char_length(archive_words.word) BETWEEN shortest AND longest
  ORDER BY similarity(archive_words.word, typed) DESC LIMIT 300
$$;
