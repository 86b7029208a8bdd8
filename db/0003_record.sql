-- Loading and recording, each in one round trip. src/store/records.ts calls these functions with named arguments.
-- Both take a group of commands: the commands that wait in one process share the round trip, the locks and the commit.

-- A session keeps the plans of these functions, perhaps from a time when the tables were empty. Generic plans must therefore not
-- read a whole table, so the plans that do are switched off within the functions. Before PostgreSQL 18 a plan that is switched off
-- and taken all the same costs 1e10, which starts the compiler of queries (jit) for each call: it is off beside them.

-- Returns three kinds of rows, each with nulls in the columns of the others: one row of the clock and the head; one row for
-- each idempotency key of p_scopes that is known, with the events of its recording; one row for each stream of p_streams that
-- exists. A stream that still has the version and the instant that the caller knows (0 and '' for none) comes without its state,
-- which the caller has.
create function load_commands(p_streams text[], p_known_versions integer[], p_known_at text[], p_scopes bytea[])
returns table (now text, size bigint, hash bytea, edge bytea, checkpoints bigint, stopped text, behind boolean, clock_until text,
  scope bytea, known_digest bytea, known_status smallint, known_tag bytea, known_events bigint[], known_bodies bytea[],
  name text, version integer, at text, state text, folded integer, tail bytea[], tag bytea)
language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
#variable_conflict use_column
begin
  return query
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      head.size, head.hash, head.edge, head.checkpoints, head.stopped,
      coalesce((select since not between clock_timestamp() - interval '10 seconds' and clock_timestamp() + interval '10 seconds'
        from pending order by recording, event limit 1), false),
      (select until from clock_wait),
      null::bytea, null::bytea, null::smallint, null::bytea, null::bigint[], null::bytea[],
      null::text, null::integer, null::text, null::text, null::integer, null::bytea[], null::bytea
    from head;
  if cardinality(p_scopes) > 0 then
    return query
      select null::text, null::bigint, null::bytea, null::bytea, null::bigint, null::text, null::boolean, null::text,
        known.scope, known.digest, known.status, known.tag,
        array(select id from event where event.recording = known.number order by id),
        array(select body from event where event.recording = known.number order by id),
        null::text, null::integer, null::text, null::text, null::integer, null::bytea[], null::bytea
      from recording known where known.scope = any (p_scopes);
  end if;
  if cardinality(p_streams) > 0 then
    return query
      select null::text, null::bigint, null::bytea, null::bytea, null::bigint, null::text, null::boolean, null::text,
        null::bytea, null::bytea, null::smallint, null::bytea, null::bigint[], null::bytea[],
        stream.name, stream.version, stream.at,
        case when not known.same then stream.state end, case when not known.same then stream.folded end,
        case when not known.same then stream.tail end, case when not known.same then stream.tag end
      from unnest(p_streams, p_known_versions, p_known_at) as asked (name, version, at)
        join loaded_stream stream on stream.name = asked.name,
        lateral (select stream.version = asked.version and stream.at = asked.at) as known (same);
  end if;
end $$;

-- The instant of the next signature, which is not before the one before it, although the clock may be behind by up to a minute. Under
-- another origin the instants begin anew: a clock that was ahead is a reason to re-open a log.
create function signing_instant(p_start bigint, p_note bytea) returns timestamptz language sql as $$
  select greatest(clock_timestamp(), (
    select signed_at from checkpoint where size = p_start
      and split_part(convert_from(note, 'UTF8'), E'\n', 1) = split_part(convert_from(p_note, 'UTF8'), E'\n', 1)))
$$;

-- Adds a batch to the log; the caller holds the head row. p_start is the size of the log before the batch. Leaves, tree and tiles
-- are computed here from the bytes of the events (src/log/FORMAT.md), and the batch is taken only if the note is of their size and
-- root: whoever calls this chooses neither a leaf nor an edge. Returns false when it is not; then nothing was written.
-- There is no "on conflict": two leaves for one event or one index must fail, and the transaction with them.
create function append_leaves(p_events bigint[], p_start bigint, p_note bytea, p_tag bytea)
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
  before head%rowtype;
  body bytea;
  node bytea;
  prev bytea;
  -- The roots of the complete subtrees, largest first: the first `depth` of `edge`.
  edge bytea[] := '{}';
  depth integer := 0;
  -- The index of the node at its height, while it is merged with its left neighbours.
  place bigint;
  height integer;
  leaves bytea[] := '{}';
  levels smallint[] := '{}';
  indexes bigint[] := '{}';
  tiles bytea[] := '{}';
  edge_after bytea;
  root bytea;
  said text[];
begin
  select * into before from head where head.size = p_start;
  if not found then raise exception 'the head was not at % although it is locked', p_start; end if;
  prev := before.hash;
  while depth * 32 < octet_length(before.edge) loop
    edge := edge || substr(before.edge, depth * 32 + 1, 32);
    depth := depth + 1;
  end loop;

  for body in
    select event.body from unnest(p_events) with ordinality as l (id, place) join event on event.id = l.id order by l.place
  loop
    place := p_start + cardinality(leaves);
    prev := sha256('\x00'::bytea || convert_to('{"event":', 'UTF8') || body
      || convert_to(',"index":' || place || ',"prev":"' || encode(prev, 'hex') || '"}', 'UTF8'));
    leaves := leaves || prev;
    node := prev;
    height := 0;
    while place % 2 = 1 loop
      node := sha256('\x01'::bytea || edge[depth] || node);
      depth := depth - 1;
      place := place / 2;
      height := height + 1;
      if height % 8 = 0 then
        levels := levels || (height / 8)::smallint;
        indexes := indexes || place;
        tiles := tiles || node;
      end if;
    end loop;
    depth := depth + 1;
    edge[depth] := node;
  end loop;
  if cardinality(leaves) = 0 or cardinality(leaves) is distinct from cardinality(p_events) then
    raise exception '% of % events exist', cardinality(leaves), cardinality(p_events);
  end if;

  edge_after := (select string_agg(part, ''::bytea order by i) from unnest(edge[1:depth]) with ordinality as e (part, i));
  root := edge[depth];
  for i in reverse depth - 1 .. 1 loop root := sha256('\x01'::bytea || edge[i] || root); end loop;
  said := string_to_array(convert_from(p_note, 'UTF8'), E'\n');
  if (said[2], said[3]) is distinct from ((p_start + cardinality(leaves))::text, encode(root, 'base64')) then return false; end if;

  insert into leaf (index, event, hash)
    select p_start + l.place - 1, l.event, l.hash from unnest(p_events, leaves) with ordinality as l (event, hash, place);
  if cardinality(levels) > 0 then
    insert into tile (level, index, hash) select * from unnest(levels, indexes, tiles);
  end if;
  insert into checkpoint (size, start, edge, note, number, tag, signed_at)
    values (p_start + cardinality(leaves), p_start, before.edge, p_note, before.checkpoints + 1, p_tag,
      signing_instant(p_start, p_note));
  update head
    set size = p_start + cardinality(leaves), hash = prev, edge = edge_after, checkpoints = before.checkpoints + 1;
  return true;
end $$;

-- Seals the events that are being recorded, in the transaction that records them, if the batch still fits: the head row is free,
-- the log has the size p_start on which the leaves were made, and nothing waits in pending. Each statement after the lock sees
-- everything that was committed before the lock was held, so the batch overtakes no event. Returns false when the batch does
-- not fit; then nothing was written here, and the events wait for the next sealing.
create function seal_recorded(p_events bigint[], p_written_streams text[], p_written_before integer[],
  p_start bigint, p_note bytea, p_checkpoint_tag bytea)
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
begin
  perform 1 from head where head.one and head.size = p_start and head.stopped is null for update skip locked;
  if not found then return false; end if;
  if exists (select from pending) then return false; end if;
  -- A version whose predecessor is not sealed stops the log. src/service/sealing/seal.ts does it, so here the batch only does not fit.
  perform 1 from unnest(p_written_streams, p_written_before) as w (name, before)
    where w.before > 0 and not exists (
      select from event join leaf on leaf.event = event.id where event.stream = w.name and event.version = w.before);
  if found then return false; end if;
  return append_leaves(p_events, p_start, p_note, p_checkpoint_tag);
end $$;

-- Records a group of commands, all or nothing, and seals their batch if it fits. outcome:
--   recorded       `events` are the numbers of the events, in their order; `sealed` says whether the batch was appended
--   still-running  another session is recording a command with the idempotency key `conflicting_scope`
--   repeated       `conflicting_scope` is known: `known_digest`, `status`, `known_tag`, `events` and `bodies` are what was
--                  recorded then. Whether it was the same request, and whether a server recorded it, is for the caller to see.
--   moved          decide again: the streams `advanced_streams` were advanced since they were read; or, if that is null, the
--                  log takes nothing now, or a command was decided more than a minute ago
-- Where "moved" is found only after rows were written, it is the error MC001 (a class of our own), which undoes them. An
-- outcome is preferred where nothing was written yet, because a client hears of an error before the locks of its transaction
-- are gone.
create function record_commands(
  -- The commands of the group: one element each.
  p_scopes bytea[], p_digests bytea[], p_statuses integer[], p_tags bytea[], p_decided_at timestamptz[],
  -- The streams that are only read, with the version on which the decision rests; 0: the stream does not exist.
  p_read_streams text[], p_read_versions integer[],
  -- The streams that the commands advance. p_written_states holds JSON texts between U+001E, which no JSON text holds unescaped: in
  -- an array every quote would be escaped when it is written and again when it is read. An empty text leaves the state as it is.
  p_written_streams text[], p_written_before integer[], p_written_after integer[], p_written_at text[], p_written_states text,
  p_written_tags bytea[],
  -- The events; p_event_commands says which command made each, from 1.
  p_event_commands integer[], p_event_streams text[], p_event_versions integer[], p_event_bodies bytea[],
  -- The values of committed fields, and the keys under which they are encrypted.
  p_key_ids text[], p_key_subjects text[], p_wrapped_keys bytea[],
  p_value_commitments bytea[], p_value_streams text[], p_value_paths text[], p_value_classes text[], p_value_keys text[],
  p_value_boxes bytea[],
  -- The changes of the read models (view.apply).
  p_view_changes jsonb,
  -- The batch that was made beforehand; p_start is null when there is none.
  p_start bigint, p_note bytea, p_checkpoint_tag bytea,
  out now text, out outcome text, out events bigint[], out status integer, out sealed boolean,
  out conflicting_scope bytea, out known_digest bytea, out known_tag bytea, out bodies bytea[], out advanced_streams text[]
) language plpgsql security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
  states text[] := string_to_array(p_written_states, chr(30));
  recordings bigint[];
  changed integer;
begin
  -- Two requests with one idempotency key never run side by side. The key is looked up only when its lock is held, in a
  -- statement of its own: the snapshot of that statement holds what the other request committed.
  select s.scope into conflicting_scope from unnest(p_scopes) as s (scope)
    where not pg_try_advisory_xact_lock(('x' || encode(substr(s.scope, 1, 8), 'hex'))::bit(64)::bigint);
  if found then
    outcome := 'still-running';
    return;
  end if;
  select 'repeated', known.scope, known.digest, known.status, known.tag,
      array(select id from event where event.recording = known.number order by id),
      array(select body from event where event.recording = known.number order by id)
    into outcome, conflicting_scope, known_digest, status, known_tag, events, bodies
    from unnest(p_scopes) as s (scope) join recording known on known.scope = s.scope limit 1;
  if found then return; end if;

  -- Nothing changes but with an event of its recording: events wait for the sealer or are in its batch, and so a server sees what was
  -- recorded without one. Rows of lists or a state alone it would not look for.
  if (select count(distinct e.command) from unnest(p_event_commands) as e (command)) <> cardinality(p_scopes)
    or exists (select from unnest(p_written_streams) as w (name) where w.name <> all (p_event_streams))
  then raise exception 'a recording or a change of a stream without an event'; end if;

  -- The gate. A decision is as old as the clock that it was made by: one of another minute, earlier or later, is made again. An event
  -- waits too long when its instant is ten seconds away, in the future too: then the clock went back.
  perform 1 from head where head.stopped is not null
    or (select since not between clock_timestamp() - interval '10 seconds' and clock_timestamp() + interval '10 seconds'
      from pending order by recording, event limit 1)
    or exists (select from unnest(p_decided_at) as d (at)
      where d.at not between clock_timestamp() - interval '1 minute' and clock_timestamp() + interval '1 minute')
    or exists (select from clock_wait);
  if found then outcome := 'moved'; return; end if;

  -- Locks are taken in the order of the names, so that two recordings cannot deadlock. The streams to be written are
  -- locked before those that are only read.
  perform 1 from stream s where s.name = any (p_written_streams) order by s.name for no key update;
  select array_agg(w.name) into advanced_streams from unnest(p_written_streams, p_written_before) as w (name, version)
    left join stream s on s.name = w.name where coalesce(s.version, 0) <> w.version;
  if advanced_streams is not null then outcome := 'moved'; return; end if;

  if cardinality(p_read_streams) > 0 then
    perform 1 from stream s where s.name = any (p_read_streams) order by s.name for share;
    select array_agg(r.name) into advanced_streams from unnest(p_read_streams, p_read_versions) as r (name, version)
      left join stream s on s.name = r.name where coalesce(s.version, 0) <> r.version;
    if advanced_streams is not null then outcome := 'moved'; return; end if;
  end if;

  update stream s set version = w.after, at = w.at, tag = w.tag,
      state = case when w.state <> '' then w.state else s.state end,
      folded = case when w.state <> '' then w.after else s.folded end
    from unnest(p_written_streams, p_written_before, p_written_after, p_written_at, states, p_written_tags)
      as w (name, before, after, at, state, tag)
    where s.name = w.name and w.before > 0 and s.version = w.before;
  if 0 = any (p_written_before) then
    insert into stream (name, version, at, state, folded, tag)
      select w.name, w.after, w.at, w.state, w.after, w.tag
      from unnest(p_written_streams, p_written_before, p_written_after, p_written_at, states, p_written_tags)
        as w (name, before, after, at, state, tag)
      where w.before = 0 order by w.name
      on conflict do nothing;
    get diagnostics changed = row_count;
    if changed <> (select count(*) from unnest(p_written_before) as b (version) where b.version = 0) then
      raise exception 'moved' using errcode = 'MC001';
    end if;
  end if;

  -- The numbers of the events are drawn after their streams are locked: within a stream their order is that of the versions.
  recordings := array(select nextval('event_id_seq') from unnest(p_scopes));
  with made as (
    insert into event (recording, stream, version, body)
      select recordings[e.command], e.stream, e.version, e.body
      from unnest(p_event_commands, p_event_streams, p_event_versions, p_event_bodies)
        with ordinality as e (command, stream, version, body, place)
      order by e.place
      returning id
  )
  select array_agg(id order by id) into events from made;

  if cardinality(p_value_commitments) > 0 then
    insert into subject_key (id, subject, wrapped, recording)
      select k.*, recordings[1] from unnest(p_key_ids, p_key_subjects, p_wrapped_keys) as k;
    insert into committed_value (commitment, stream, path, class, key, box, recording)
      select v.*, recordings[1]
      from unnest(p_value_commitments, p_value_streams, p_value_paths, p_value_classes, p_value_keys, p_value_boxes) as v;
  end if;
  if p_view_changes <> '{}' then perform view.apply(p_view_changes); end if;
  insert into recording (number, scope, digest, status, tag)
    select s.number, s.scope, s.digest, s.status, s.tag
    from unnest(recordings, p_scopes, p_digests, p_statuses, p_tags) as s (number, scope, digest, status, tag);

  sealed := p_start is not null
    and seal_recorded(events, p_written_streams, p_written_before, p_start, p_note, p_checkpoint_tag);
  if not sealed then
    insert into pending (recording, event)
      select recordings[e.command], e.event from unnest(p_event_commands, events) as e (command, event);
  end if;
  outcome := 'recorded';
  now := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
end $$;
