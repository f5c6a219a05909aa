-- What replicas share where there is no Redis: each step is one function, and so one statement. Whatever is here
-- expires; expire_shared() deletes it.

CREATE TABLE shared_updates (
  bot bigint NOT NULL,
  update_id bigint NOT NULL,
  -- Of the latest claim; none if only a crash is known.
  holder text,
  held_until timestamptz,
  is_done boolean NOT NULL DEFAULT false,
  is_resent boolean NOT NULL DEFAULT false,
  crashes integer NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, update_id)
) WITH (fillfactor = 70);

CREATE INDEX shared_updates_by_expiry ON shared_updates (expires_at);

-- Unlogged: neither is in backups of the server or on standbys, and both are lost if it crashes.
CREATE UNLOGGED TABLE shared_paces (
  bot bigint NOT NULL,
  user_id bigint NOT NULL,
  height double precision NOT NULL,
  at timestamptz NOT NULL,
  is_silenced boolean NOT NULL,
  -- The reader has had the notice.
  is_told boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, user_id)
) WITH (fillfactor = 50);

CREATE UNLOGGED TABLE shared_notes (
  bot bigint NOT NULL,
  -- A chat's id, in a topic with :TOPIC behind it.
  conversation text NOT NULL,
  notes text NOT NULL,
  as_of bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, conversation)
) WITH (fillfactor = 70);

CREATE INDEX shared_notes_by_expiry ON shared_notes (expires_at);

CREATE TABLE shared_leases (
  bot bigint NOT NULL,
  name text NOT NULL,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, name)
);

-- Calls that Telegram has not accepted yet. Whoever changes a lane locks its row first.
CREATE TABLE owed_lanes (
  bot bigint NOT NULL,
  lane text NOT NULL,
  due_at timestamptz NOT NULL,
  -- Its first call is in progress, or was when a replica died.
  is_tried boolean NOT NULL,
  PRIMARY KEY (bot, lane)
);

CREATE INDEX owed_lanes_by_due ON owed_lanes (bot, due_at);

CREATE TABLE owed_calls (
  bot bigint NOT NULL,
  id text NOT NULL,
  lane text NOT NULL,
  place bigint GENERATED ALWAYS AS IDENTITY,
  call text NOT NULL,
  owed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, id)
);

CREATE INDEX owed_calls_by_lane ON owed_calls (bot, lane, place);
CREATE INDEX owed_calls_by_expiry ON owed_calls (expires_at);

CREATE TABLE settled_calls (
  bot bigint NOT NULL,
  id text NOT NULL,
  -- The id that stood in for the message's own, and that.
  stand_in bigint,
  message_id bigint,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bot, id)
);

CREATE INDEX settled_calls_by_stand_in ON settled_calls (bot, stand_in) WHERE stand_in IS NOT NULL;
CREATE INDEX settled_calls_by_expiry ON settled_calls (expires_at);

CREATE FUNCTION in_ms(ms double precision) RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT clock_timestamp() + ms * interval '1 millisecond'
$$;

-- What is left in a leaky bucket.
CREATE FUNCTION left_in_bucket(height double precision, since timestamptz, at timestamptz, leak_per_second double precision)
RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
  SELECT greatest(0, height - greatest(0, extract(epoch FROM at - since)::double precision) * leak_per_second)
$$;

-- Before the work: unless the update is done or held by another replica, claims it, applies the sender's rate limit as
-- rate-limiter.ts does, reads the chat's notes and whether the chat is owed a call.
CREATE FUNCTION claim_update(
  of_bot bigint, of_update bigint, by_holder text, held_ms integer, kept_ms integer, max_crashes integer,
  of_user bigint, burst double precision, leak_per_second double precision,
  of_conversation text, of_lane text,
  OUT kind text, OUT verdict text, OUT notes text, OUT is_retry boolean, OUT is_owed boolean
) LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := clock_timestamp();
  known shared_updates;
BEGIN
  -- A claim that a crash of the server loses is made again; waiting for the disk would cost more.
  PERFORM set_config('synchronous_commit', 'off', true);
  is_retry := false;
  LOOP
    INSERT INTO shared_updates AS u (bot, update_id, holder, held_until, expires_at)
    VALUES (of_bot, of_update, by_holder, in_ms(held_ms), in_ms(kept_ms))
    ON CONFLICT DO NOTHING;
    EXIT WHEN FOUND;
    SELECT * INTO known FROM shared_updates u WHERE u.bot = of_bot AND u.update_id = of_update FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    at := clock_timestamp();
    IF known.expires_at <= at THEN
      DELETE FROM shared_updates u WHERE u.bot = of_bot AND u.update_id = of_update;
      CONTINUE;
    END IF;
    kind := CASE
      WHEN known.is_done THEN 'done'
      WHEN known.holder <> by_holder AND known.held_until > at THEN 'held'
      WHEN known.is_resent THEN 'sent-twice'
      WHEN known.crashes >= max_crashes THEN 'set-aside'
    END;
    IF kind IS NOT NULL THEN RETURN; END IF;
    is_retry := known.holder IS NOT NULL;
    UPDATE shared_updates u SET holder = by_holder, held_until = in_ms(held_ms)
    WHERE u.bot = of_bot AND u.update_id = of_update;
    EXIT;
  END LOOP;

  kind := 'granted';
  verdict := 'allowed';
  IF of_user IS NOT NULL THEN
    INSERT INTO shared_paces AS p (bot, user_id, height, at, is_silenced, is_told, expires_at)
    VALUES (of_bot, of_user, 1, at, false, false, in_ms(burst / leak_per_second * 1000))
    ON CONFLICT (bot, user_id) DO UPDATE SET
      height = least(left_in_bucket(p.height, p.at, excluded.at, leak_per_second) + 1, burst),
      at = excluded.at,
      is_told = p.is_silenced AND left_in_bucket(p.height, p.at, excluded.at, leak_per_second) > 0,
      is_silenced = p.is_silenced AND left_in_bucket(p.height, p.at, excluded.at, leak_per_second) > 0
        OR left_in_bucket(p.height, p.at, excluded.at, leak_per_second) + 1 > burst,
      expires_at = excluded.expires_at
    RETURNING CASE WHEN p.is_told THEN 'still-limited' WHEN p.is_silenced THEN 'limited' ELSE 'allowed' END
    INTO verdict;
  END IF;
  SELECT n.notes INTO notes FROM shared_notes n
  WHERE n.bot = of_bot AND n.conversation = of_conversation AND n.expires_at > at;
  is_owed := EXISTS (SELECT FROM owed_calls c WHERE c.bot = of_bot AND c.lane = of_lane AND c.expires_at > at);
END
$$;

-- After the work: the update is done, and the chat's notes are stored unless there are newer ones.
CREATE FUNCTION finish_update(
  of_bot bigint, of_update bigint, kept_ms integer, of_conversation text, new_notes text, notes_ms integer
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO shared_updates AS u (bot, update_id, is_done, expires_at)
  VALUES (of_bot, of_update, true, in_ms(kept_ms))
  ON CONFLICT (bot, update_id) DO UPDATE SET is_done = true;
  IF new_notes IS NULL THEN RETURN; END IF;
  INSERT INTO shared_notes AS n (bot, conversation, notes, as_of, expires_at)
  VALUES (of_bot, of_conversation, new_notes, of_update, in_ms(notes_ms))
  ON CONFLICT (bot, conversation) DO UPDATE
  SET notes = excluded.notes, as_of = excluded.as_of, expires_at = excluded.expires_at
  WHERE n.as_of <= excluded.as_of OR n.expires_at <= clock_timestamp();
END
$$;

-- Adds a call at the end of its lane, unless it is there or was settled.
CREATE FUNCTION owe_call(
  of_bot bigint, of_lane text, of_id text, new_call text, due_ms double precision, kept_ms integer
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO owed_lanes AS l (bot, lane, due_at, is_tried)
  VALUES (of_bot, of_lane, in_ms(due_ms), false)
  ON CONFLICT (bot, lane) DO UPDATE SET due_at = l.due_at;
  INSERT INTO owed_calls (bot, id, lane, call, owed_at, expires_at)
  SELECT of_bot, of_id, of_lane, new_call, clock_timestamp(), in_ms(kept_ms)
  WHERE NOT EXISTS (SELECT FROM settled_calls s WHERE s.bot = of_bot AND s.id = of_id)
  ON CONFLICT DO NOTHING;
END
$$;

-- Adds a call that is in progress; returns false without adding it if its lane holds others or it was settled.
CREATE FUNCTION owe_leased_call(
  of_bot bigint, of_lane text, of_id text, new_call text, lease_ms integer, kept_ms integer
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM settled_calls s WHERE s.bot = of_bot AND s.id = of_id) THEN RETURN false; END IF;
  INSERT INTO owed_lanes (bot, lane, due_at, is_tried) VALUES (of_bot, of_lane, in_ms(lease_ms), true)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO owed_calls (bot, id, lane, call, owed_at, expires_at)
  VALUES (of_bot, of_id, of_lane, new_call, clock_timestamp(), in_ms(kept_ms))
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- Leases the first call that is due, if there is one; `was_tried`: a replica died trying it.
CREATE FUNCTION lease_owed_call(
  of_bot bigint, lease_ms integer, OUT lane text, OUT call text, OUT was_tried boolean
) LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := clock_timestamp();
BEGIN
  LOOP
    SELECT l.lane, l.is_tried INTO lane, was_tried FROM owed_lanes l
    WHERE l.bot = of_bot AND l.due_at <= at ORDER BY l.due_at LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT c.call INTO call FROM owed_calls c
    WHERE c.bot = of_bot AND c.lane = lease_owed_call.lane ORDER BY c.place LIMIT 1;
    EXIT WHEN FOUND;
    DELETE FROM owed_lanes l WHERE l.bot = of_bot AND l.lane = lease_owed_call.lane;
  END LOOP;
  UPDATE owed_lanes l SET due_at = in_ms(lease_ms), is_tried = true
  WHERE l.bot = of_bot AND l.lane = lease_owed_call.lane;
END
$$;

-- The first call of a lane, whose row is locked from here on.
CREATE FUNCTION first_owed_call(of_bot bigint, of_lane text) RETURNS owed_calls LANGUAGE plpgsql AS $$
DECLARE
  first owed_calls;
BEGIN
  PERFORM FROM owed_lanes l WHERE l.bot = of_bot AND l.lane = of_lane FOR UPDATE;
  SELECT * INTO first FROM owed_calls c WHERE c.bot = of_bot AND c.lane = of_lane ORDER BY c.place LIMIT 1;
  RETURN first;
END
$$;

-- Puts a leased call back as it is now, unless another replica has changed it since.
CREATE FUNCTION postpone_owed_call(
  of_bot bigint, of_lane text, leased text, again text, due_ms double precision
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first owed_calls := first_owed_call(of_bot, of_lane);
BEGIN
  IF first.call IS DISTINCT FROM leased THEN RETURN; END IF;
  UPDATE owed_calls c SET call = again WHERE c.bot = of_bot AND c.id = first.id;
  UPDATE owed_lanes l SET due_at = in_ms(due_ms), is_tried = false WHERE l.bot = of_bot AND l.lane = of_lane;
END
$$;

-- A call is settled; the next one of its lane is due.
CREATE FUNCTION settle_owed_call(
  of_bot bigint, of_lane text, of_id text, leased text, for_stand_in bigint, as_message bigint, kept_ms integer
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  first owed_calls := first_owed_call(of_bot, of_lane);
BEGIN
  INSERT INTO settled_calls AS s (bot, id, stand_in, message_id, expires_at)
  VALUES (of_bot, of_id, CASE WHEN as_message IS NOT NULL THEN for_stand_in END, as_message, in_ms(kept_ms))
  ON CONFLICT (bot, id) DO UPDATE
  SET stand_in = coalesce(excluded.stand_in, s.stand_in), message_id = coalesce(excluded.message_id, s.message_id);
  IF first.call IS DISTINCT FROM leased THEN RETURN; END IF;
  DELETE FROM owed_calls c WHERE c.bot = of_bot AND c.id = first.id;
  IF EXISTS (SELECT FROM owed_calls c WHERE c.bot = of_bot AND c.lane = of_lane) THEN
    UPDATE owed_lanes l SET due_at = clock_timestamp(), is_tried = false WHERE l.bot = of_bot AND l.lane = of_lane;
  ELSE
    DELETE FROM owed_lanes l WHERE l.bot = of_bot AND l.lane = of_lane;
  END IF;
END
$$;

-- Gives up what a chat is owed, and forgets what it was about and how fast its reader writes.
CREATE FUNCTION forget_shared(
  of_bot bigint, of_chat bigint, of_lane text, kept_ms integer, OUT owed bigint, OUT others bigint
) LANGUAGE plpgsql AS $$
DECLARE
  more bigint;
BEGIN
  PERFORM first_owed_call(of_bot, of_lane);
  WITH dropped AS (
    DELETE FROM owed_calls c WHERE c.bot = of_bot AND c.lane = of_lane RETURNING c.id
  ), settled AS (
    INSERT INTO settled_calls (bot, id, expires_at) SELECT of_bot, d.id, in_ms(kept_ms) FROM dropped d ON CONFLICT DO NOTHING
  )
  SELECT count(*) INTO owed FROM dropped;
  DELETE FROM owed_lanes l WHERE l.bot = of_bot AND l.lane = of_lane;
  DELETE FROM shared_notes n
  WHERE n.bot = of_bot AND (n.conversation = of_chat::text OR starts_with(n.conversation, of_chat::text || ':'));
  GET DIAGNOSTICS others = ROW_COUNT;
  DELETE FROM shared_paces p WHERE p.bot = of_bot AND p.user_id = of_chat;
  GET DIAGNOSTICS more = ROW_COUNT;
  others := others + more;
END
$$;

-- Deletes what has expired, `batch` rows of a table at most, and returns whether there may be more.
CREATE FUNCTION expire_shared(batch integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  expiring text;
  removed bigint;
  is_more boolean := false;
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  FOREACH expiring IN ARRAY ARRAY['shared_paces', 'shared_notes', 'shared_updates', 'shared_leases', 'settled_calls', 'owed_calls'] LOOP
    EXECUTE format(
      'DELETE FROM %1$I WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM %1$I WHERE expires_at <= now() LIMIT $1 FOR UPDATE SKIP LOCKED))',
      expiring) USING batch;
    GET DIAGNOSTICS removed = ROW_COUNT;
    is_more := is_more OR removed = batch;
  END LOOP;
  RETURN is_more;
END
$$;
