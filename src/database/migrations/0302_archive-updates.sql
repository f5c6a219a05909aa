-- Indexing counts the words of an archive in place: a row that stays in its page, with what indexes have of it unchanged,
-- costs them nothing. Pages therefore begin half empty, and the index of sounds no longer depends on `names`.
ALTER TABLE archive_words SET (fillfactor = 50);
ALTER TABLE archive_terms SET (fillfactor = 50);

DROP INDEX archive_words_by_sound;
CREATE INDEX archive_words_by_sound ON archive_words USING gin (sounds) WHERE sounds <> '{}';

-- Faster than PostgreSQL's own compression; some servers are built without it.
DO $$
BEGIN
  ALTER TABLE archive_articles ALTER counts SET COMPRESSION lz4, ALTER body SET COMPRESSION lz4;
  ALTER TABLE archive_passages ALTER body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
