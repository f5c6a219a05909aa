-- The question log of all replicas: answers as the lines of JSON that its file has, and the latest vote on each.

CREATE TABLE logged_answers (
  trace text PRIMARY KEY,
  -- The hour.
  at timestamptz NOT NULL,
  place bigint GENERATED ALWAYS AS IDENTITY,
  entry text NOT NULL
);

CREATE INDEX logged_answers_by_time ON logged_answers (at, place);

CREATE TABLE logged_votes (
  trace text PRIMARY KEY,
  at timestamptz NOT NULL,
  rating text NOT NULL
);

CREATE INDEX logged_votes_by_time ON logged_votes (at);

-- Grows with every change, so that readers know whether to read again. Writers lock it first, one after another.
CREATE TABLE question_log_version (version bigint NOT NULL);
INSERT INTO question_log_version VALUES (0);

-- Lines as {trace, at, entry} or {trace, at, rating}. One that is there already changes nothing.
CREATE FUNCTION log_questions(lines jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE question_log_version SET version = version + 1;
  INSERT INTO logged_answers (trace, at, entry)
  SELECT line ->> 'trace', (line ->> 'at')::timestamptz, line ->> 'entry'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS given (line, place)
  WHERE line ? 'entry' ORDER BY place
  ON CONFLICT DO NOTHING;
  INSERT INTO logged_votes AS known (trace, at, rating)
  SELECT DISTINCT ON (line ->> 'trace') line ->> 'trace', (line ->> 'at')::timestamptz, line ->> 'rating'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS given (line, place)
  WHERE line ? 'rating' ORDER BY line ->> 'trace', place DESC
  ON CONFLICT (trace) DO UPDATE SET at = excluded.at, rating = excluded.rating
  WHERE known.at <= excluded.at;
END
$$;

-- Deletes what is older, `batch` rows of a table at most, and returns whether there may be more.
CREATE FUNCTION expire_question_log(before timestamptz, batch integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  answers bigint;
  votes bigint;
BEGIN
  DELETE FROM logged_answers WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM logged_answers WHERE at < before LIMIT batch FOR UPDATE SKIP LOCKED));
  GET DIAGNOSTICS answers = ROW_COUNT;
  DELETE FROM logged_votes WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM logged_votes WHERE at < before LIMIT batch FOR UPDATE SKIP LOCKED));
  GET DIAGNOSTICS votes = ROW_COUNT;
  IF answers + votes > 0 THEN UPDATE question_log_version SET version = version + 1; END IF;
  RETURN answers = batch OR votes = batch;
END
$$;

CREATE FUNCTION forget_questions(traces text[], OUT answers bigint, OUT votes bigint) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE question_log_version SET version = version + 1;
  DELETE FROM logged_answers WHERE trace = ANY (traces);
  GET DIAGNOSTICS answers = ROW_COUNT;
  DELETE FROM logged_votes WHERE trace = ANY (traces);
  GET DIAGNOSTICS votes = ROW_COUNT;
END
$$;
