-- Loading and recording: one round trip each, as functions, whose plans a session keeps. Called by src/store/records.ts.
-- Both take a group of commands at once: those that wait in one process share the round trip, the locks and the commit.

-- A session keeps the plans of these functions, perhaps from a time when the tables were empty: they must not be plans
-- that read a whole table, so those are switched off within them.

-- What commands ask before they decide: one row of the clock and the head, one for each key that is known already, one for
-- each stream that exists. Of one that is still as the asker knows it, the state is not sent: it is null.
create function load_commands(p_names text[], p_versions integer[], p_at text[], p_scopes bytea[])
returns table (now text, size bigint, hash bytea, edge bytea, stopped text, behind boolean,
  scope bytea, known_digest bytea, known_status smallint, known_events bigint[],
  name text, version integer, at text, state text, folded integer, tail bytea[])
language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  return query
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      head.size, head.hash, head.edge, head.stopped,
      coalesce((select since < clock_timestamp() - interval '10 seconds' from pending order by recording, event limit 1), false),
      null::bytea, null::bytea, null::smallint, null::bigint[],
      null::text, null::integer, null::text, null::text, null::integer, null::bytea[]
    from head;
  if cardinality(p_scopes) > 0 then
    return query
      select null::text, null::bigint, null::bytea, null::bytea, null::text, null::boolean,
        known.scope, known.digest, known.status, known.events,
        null::text, null::integer, null::text, null::text, null::integer, null::bytea[]
      from idempotency known where known.scope = any (p_scopes);
  end if;
  if cardinality(p_names) > 0 then
    return query
      select null::text, null::bigint, null::bytea, null::bytea, null::text, null::boolean,
        null::bytea, null::bytea, null::smallint, null::bigint[],
        stream.name, stream.version, stream.at,
        case when not known.same then stream.state end, case when not known.same then stream.folded end,
        case when not known.same then stream.tail end
      from unnest(p_names, p_versions, p_at) as asked (name, version, at)
        join loaded_stream stream on stream.name = asked.name,
        lateral (select stream.version = asked.version and stream.at = asked.at) as known (same);
  end if;
end $$;

-- What a batch adds to the log; whoever calls it holds the head row. No "on conflict": two leaves for one event or one index
-- must fail, and the transaction with them.
create function append_leaves(p_events bigint[], p_start bigint, p_leaves bytea[],
  p_levels smallint[], p_indexes bigint[], p_roots bytea[], p_edge_before bytea, p_edge bytea, p_note bytea)
returns void language plpgsql as $$
begin
  insert into leaf (index, event, hash)
    select p_start + l.place - 1, l.event, l.hash
    from unnest(p_events, p_leaves) with ordinality as l (event, hash, place);
  if cardinality(p_levels) > 0 then
    insert into tile (level, index, hash) select * from unnest(p_levels, p_indexes, p_roots);
  end if;
  insert into checkpoint (size, start, edge, note, signed_at)
    values (p_start + cardinality(p_leaves), p_start, p_edge_before, p_note, clock_timestamp());
  update head set size = p_start + cardinality(p_leaves), hash = p_leaves[cardinality(p_leaves)], edge = p_edge
    where size = p_start;
  if not found then raise exception 'the head was not at % although it is locked', p_start; end if;
end $$;

-- Seals what is being recorded in the transaction that records it, if nobody else seals and nothing waits: p_start is the
-- size of the log on which the leaves were made. Whoever holds the head row sees, by a statement that begins after, all
-- that was committed before; so nothing is overtaken. False: it waits for a seal of its own, and nothing was done here.
create function seal_recorded(p_events bigint[], p_streams text[], p_before integer[],
  p_start bigint, p_leaves bytea[], p_levels smallint[], p_indexes bigint[], p_roots bytea[], p_edge bytea, p_note bytea)
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  edge_before bytea;
begin
  select head.edge into edge_before from head
    where head.one and head.size = p_start and head.stopped is null for update skip locked;
  if not found then return false; end if;
  if exists (select from pending) then return false; end if;
  -- What service/seal.ts stops the log for is left to it: a version before that is not sealed, a clock that went back.
  perform 1 from unnest(p_streams, p_before) as w (name, before)
    where w.before > 0 and not exists (
      select from event join leaf on leaf.event = event.id where event.stream = w.name and event.version = w.before);
  if found then return false; end if;
  perform 1 from (select signed_at from checkpoint order by checkpoint.size desc limit 1) as last
    where last.signed_at > clock_timestamp() + interval '60 seconds';
  if found then return false; end if;

  perform append_leaves(p_events, p_start, p_leaves, p_levels, p_indexes, p_roots, edge_before, p_edge, p_note);
  return true;
end $$;

-- moved: decide again, for a stream was moved by somebody else since it was read, the log takes nothing now, or it was decided
-- more than a minute ago. Where that must undo what the statement did, it is an error with a code of our own class, MC001:
-- of an error the client hears before the locks of its transaction are gone, so it is kept for where it must be.
-- All of a group or nothing. outcome: recorded; moved, still-running, repeated, key-reused: at least one of the group is, and
-- `events` and `status` are what is known of the first such. Which are in the way: whoever has the scope `conflicting_scope`, or decided
-- on one of the streams `advanced_streams`; where it is neither, all of them.
create function record_commands(
  p_scopes bytea[], p_digests bytea[], p_statuses integer[], p_decided_at timestamptz[],
  p_read text[], p_read_versions integer[],
  p_streams text[], p_before integer[], p_after integer[], p_at text[],
  -- JSON texts, parted by U+001E, which no JSON text holds: an array of them would be written and read with every quote escaped.
  -- An empty one: the state that is there stays, for what it does not hold is short.
  p_states text,
  p_event_commands integer[], p_event_streams text[], p_event_versions integer[], p_bodies bytea[],
  p_key_ids text[], p_key_subjects text[], p_wrapped bytea[],
  p_commitments bytea[], p_value_streams text[], p_paths text[], p_classes text[], p_value_keys text[], p_boxes bytea[],
  p_rows jsonb,
  -- A batch made beforehand, all of it or a p_start that is null.
  p_start bigint, p_leaves bytea[], p_levels smallint[], p_indexes bigint[], p_roots bytea[], p_edge bytea, p_note bytea,
  out now text, out outcome text, out events bigint[], out status integer, out sealed boolean,
  out conflicting_scope bytea, out advanced_streams text[]
) language plpgsql security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  states text[] := string_to_array(p_states, chr(30));
  recordings bigint[];
  changed integer;
begin
  -- Two requests with one key never run side by side; and the key is looked up only when the lock is held, in a
  -- statement of its own, whose snapshot therefore holds what the other one committed.
  select s.scope into conflicting_scope from unnest(p_scopes) as s (scope)
    where not pg_try_advisory_xact_lock(('x' || encode(substr(s.scope, 1, 8), 'hex'))::bit(64)::bigint);
  if found then
    outcome := 'still-running';
    return;
  end if;
  select case when i.digest = s.digest then 'repeated' else 'key-reused' end, i.events, i.status, i.scope
    into outcome, events, status, conflicting_scope
    from unnest(p_scopes, p_digests) as s (scope, digest) join idempotency i on i.scope = s.scope limit 1;
  if found then return; end if;

  perform 1 from head where head.stopped is not null
    or (select since < clock_timestamp() - interval '10 seconds' from pending order by recording, event limit 1)
    or exists (select from unnest(p_decided_at) as d (at) where d.at < clock_timestamp() - interval '1 minute');
  if found then outcome := 'moved'; return; end if;

  -- Locks are taken in the order of the names. What is written is locked before what is only read.
  perform 1 from stream s where s.name = any (p_streams) order by s.name for no key update;
  select array_agg(w.name) into advanced_streams from unnest(p_streams, p_before) as w (name, version)
    left join stream s on s.name = w.name where coalesce(s.version, 0) <> w.version;
  if advanced_streams is not null then outcome := 'moved'; return; end if;

  if cardinality(p_read) > 0 then
    perform 1 from stream s where s.name = any (p_read) order by s.name for share;
    select array_agg(r.name) into advanced_streams from unnest(p_read, p_read_versions) as r (name, version)
      left join stream s on s.name = r.name where coalesce(s.version, 0) <> r.version;
    if advanced_streams is not null then outcome := 'moved'; return; end if;
  end if;

  update stream s set version = w.after, at = w.at,
      state = case when w.state <> '' then w.state else s.state end,
      folded = case when w.state <> '' then w.after else s.folded end
    from unnest(p_streams, p_before, p_after, p_at, states) as w (name, before, after, at, state)
    where s.name = w.name and w.before > 0 and s.version = w.before;
  if 0 = any (p_before) then
    insert into stream (name, version, at, state, folded)
      select w.name, w.after, w.at, w.state, w.after
      from unnest(p_streams, p_before, p_after, p_at, states) as w (name, before, after, at, state)
      where w.before = 0 order by w.name
      on conflict do nothing;
    get diagnostics changed = row_count;
    if changed <> (select count(*) from unnest(p_before) as b (version) where b.version = 0) then
      raise exception 'moved' using errcode = 'MC001';
    end if;
  end if;

  -- The numbers of the events are drawn after their streams are locked: within a stream, their order is that of the versions.
  recordings := array(select nextval('event_id_seq') from unnest(p_scopes));
  with made as (
    insert into event (recording, stream, version, body)
      select recordings[e.command], e.stream, e.version, e.body
      from unnest(p_event_commands, p_event_streams, p_event_versions, p_bodies)
        with ordinality as e (command, stream, version, body, place)
      order by e.place
      returning id
  )
  select array_agg(id order by id) into events from made;

  if cardinality(p_commitments) > 0 then
    insert into subject_key (id, subject, wrapped) select * from unnest(p_key_ids, p_key_subjects, p_wrapped);
    insert into committed_value (commitment, stream, path, class, key, box)
      select * from unnest(p_commitments, p_value_streams, p_paths, p_classes, p_value_keys, p_boxes);
  end if;
  if p_rows <> '{}' then perform view.apply(p_rows); end if;
  insert into idempotency (scope, digest, status, events)
    select s.scope, s.digest, s.status,
      array(select events[e.place] from unnest(p_event_commands) with ordinality as e (command, place)
        where e.command = s.place order by e.place)
    from unnest(p_scopes, p_digests, p_statuses) with ordinality as s (scope, digest, status, place);

  sealed := p_start is not null
    and seal_recorded(events, p_streams, p_before, p_start, p_leaves, p_levels, p_indexes, p_roots, p_edge, p_note);
  if not sealed then
    insert into pending (recording, event)
      select recordings[e.command], e.event from unnest(p_event_commands, events) as e (command, event);
  end if;
  outcome := 'recorded';
  now := to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
end $$;
