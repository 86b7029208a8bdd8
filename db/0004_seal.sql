-- What the server writes beside recording: it seals what waits, stops the log, notes a look. Its role has no
-- right to write a table (0005): these and record_commands run with the rights of the owner, each for one thing only, so
-- that a row that waits can become a leaf and nothing else. Called by src/store; none of them is the last word: the
-- triggers of 0005 stand behind them.

-- Nothing else is read in this statement: it may wait, and what it read would be as old as its beginning.
create function lock_head() returns table (size bigint, hash bytea, edge bytea, stopped text)
language sql volatile security definer set search_path = public, pg_temp
as $$ select size, hash, edge, stopped from head for update $$;

-- What waited goes by the key of pending, which begins with the recording. Nothing that did not wait becomes a leaf.
create function append_batch(p_events bigint[], p_start bigint, p_leaves bytea[],
  p_levels smallint[], p_indexes bigint[], p_roots bytea[], p_edge_before bytea, p_edge bytea, p_note bytea)
returns void language plpgsql security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  gone integer;
begin
  delete from pending using event
    where event.id = any (p_events) and pending.recording = event.recording and pending.event = event.id;
  get diagnostics gone = row_count;
  if gone <> cardinality(p_leaves) then raise exception '% of % leaves waited', gone, cardinality(p_leaves); end if;
  perform append_leaves(p_events, p_start, p_leaves, p_levels, p_indexes, p_roots, p_edge_before, p_edge, p_note);
end $$;

-- The first reason stays: later ones follow from it. Whoever signs for an origin that the log had before it was re-opened
-- cannot stop it.
create function stop_log(p_reason text, p_origin text) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update head set stopped = p_reason where stopped is null and not exists (
    select from checkpoint where checkpoint.size = head.size
      and split_part(convert_from(note, 'UTF8'), E'\n', 1) <> p_origin)
$$;

create function note_looks(p_people text[], p_offices text[], p_streams text[], p_fields integer[]) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into access_journal (person, office, stream, fields) select * from unnest(p_people, p_offices, p_streams, p_fields)
$$;
