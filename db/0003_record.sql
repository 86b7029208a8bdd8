-- Loading and recording: one round trip each, as functions, whose plans a session keeps. Called by src/store/records.ts.

-- A session keeps the plans of these functions, perhaps from a time when the tables were empty: they must not be plans
-- that read a whole table, so those are switched off within them.

-- What a command asks before it decides: the clock, whether the log may take more, its key, its streams. One row per
-- stream that exists, and one without a stream when none does.
create function load_command(p_names text[], p_scope bytea)
returns table (now text, size bigint, stopped text, behind boolean, known_status smallint, known_events bigint[], known_body bytea,
  name text, version integer, at text, state text)
language plpgsql stable
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
begin
  return query
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), head.size, head.stopped,
      (select since < clock_timestamp() - interval '10 seconds' from pending order by recording, event limit 1),
      known.status, known.events, known.body, stream.name, stream.version, stream.at, stream.state
    from head
    left join idempotency known on known.scope = p_scope
    left join stream on stream.name = any (p_names);
end $$;

-- Refusals that must undo what the statement did are errors with a code of our own class.
--   MC001  a stream was moved by somebody else since it was read: decide again
create function record_command(
  p_scope bytea, p_body bytea, p_status integer,
  p_read text[], p_read_versions integer[],
  p_streams text[], p_before integer[], p_after integer[], p_at text[], p_states text[],
  p_event_streams text[], p_event_versions integer[], p_bodies bytea[],
  p_key_ids text[], p_key_subjects text[], p_wrapped bytea[],
  p_commitments bytea[], p_value_streams text[], p_paths text[], p_classes text[], p_value_keys text[], p_boxes bytea[],
  p_rows jsonb,
  out outcome text, out events bigint[], out status integer
) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  known idempotency%rowtype;
  this_recording bigint;
  changed integer;
begin
  -- Two requests with one key never run side by side; and the key is looked up only when the lock is held, in a
  -- statement of its own, whose snapshot therefore holds what the other one committed.
  if not pg_try_advisory_xact_lock(('x' || encode(substr(p_scope, 1, 8), 'hex'))::bit(64)::bigint) then
    outcome := 'still-running';
    return;
  end if;
  select * into known from idempotency i where i.scope = p_scope;
  if found then
    outcome := case when known.body = p_body then 'repeated' else 'key-reused' end;
    events := known.events;
    status := known.status;
    return;
  end if;

  -- Locks are taken in the order of the names. What is written is locked before what is only read.
  perform 1 from stream s where s.name = any (p_streams) order by s.name for no key update;
  select count(*) into changed from unnest(p_streams, p_before) as w (name, version)
    left join stream s on s.name = w.name where coalesce(s.version, 0) <> w.version;
  if changed > 0 then raise exception 'moved' using errcode = 'MC001'; end if;

  if cardinality(p_read) > 0 then
    perform 1 from stream s where s.name = any (p_read) order by s.name for share;
    select count(*) into changed from unnest(p_read, p_read_versions) as r (name, version)
      left join stream s on s.name = r.name where coalesce(s.version, 0) <> r.version;
    if changed > 0 then raise exception 'moved' using errcode = 'MC001'; end if;
  end if;

  update stream s set version = w.after, at = w.at, state = w.state
    from unnest(p_streams, p_before, p_after, p_at, p_states) as w (name, before, after, at, state)
    where s.name = w.name and w.before > 0 and s.version = w.before;
  insert into stream (name, version, at, state)
    select w.name, w.after, w.at, w.state
    from unnest(p_streams, p_before, p_after, p_at, p_states) as w (name, before, after, at, state)
    where w.before = 0 order by w.name
    on conflict do nothing;
  get diagnostics changed = row_count;
  if changed <> (select count(*) from unnest(p_before) as b (version) where b.version = 0) then
    raise exception 'moved' using errcode = 'MC001';
  end if;

  -- The numbers of the events are drawn after their streams are locked: within a stream, their order is that of the versions.
  this_recording := nextval(pg_get_serial_sequence('event', 'id'));
  with made as (
    insert into event (recording, stream, version, body)
      select this_recording, e.stream, e.version, e.body
      from unnest(p_event_streams, p_event_versions, p_bodies) with ordinality as e (stream, version, body, place)
      order by e.place
      returning id
  ), waiting as (
    insert into pending (recording, event) select this_recording, id from made
  )
  select array_agg(id order by id) into events from made;

  if cardinality(p_commitments) > 0 then
    insert into subject_key (id, subject, wrapped) select * from unnest(p_key_ids, p_key_subjects, p_wrapped);
    insert into sealed_value (commitment, stream, path, class, key, box)
      select * from unnest(p_commitments, p_value_streams, p_paths, p_classes, p_value_keys, p_boxes);
  end if;
  if p_rows <> '{}' then perform view.apply(p_rows); end if;
  insert into idempotency (scope, body, status, events) values (p_scope, p_body, p_status, events);
  outcome := 'recorded';
  status := p_status;
end $$;
