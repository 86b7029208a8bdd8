-- The server's writes beside recording: it seals events that wait, stops the log and notes looks. The server's roles have no right to
-- write a table (0005). These functions and record_commands run with the rights of the owner, each for one thing only, so that
-- a waiting row can become a leaf and nothing else. src/store calls them; behind them stand the triggers of 0005. Only the role
-- minh_chung_sealer may call them, but for note_looks.

-- Locks the head row and reads nothing else: the statement may wait, and whatever else it read would be as old as its beginning.
create function lock_head() returns table (size bigint, hash bytea, edge bytea, checkpoints bigint, stopped text)
language sql volatile security definer set search_path = public, pg_temp
as $$ select size, hash, edge, checkpoints, stopped from head for update $$;

-- Seals a batch of events that wait. Only waiting events become leaves: a batch with any other is refused. The rows are deleted
-- by the key of pending, which begins with the recording, and not by a scan.
create function append_batch(p_events bigint[], p_start bigint, p_note bytea, p_checkpoint_tag bytea)
returns void language plpgsql security definer set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off
as $$
declare
  waited integer;
begin
  delete from pending using event
    where event.id = any (p_events) and pending.recording = event.recording and pending.event = event.id;
  get diagnostics waited = row_count;
  if waited <> cardinality(p_events) then raise exception '% of % events waited', waited, cardinality(p_events); end if;
  if not append_leaves(p_events, p_start, p_note, p_checkpoint_tag) then
    raise exception 'the note is not of the tree that these events make from %', p_start;
  end if;
end $$;

-- Stops the log. The first reason stays, because later ones follow from it. A process that signs for another origin than the
-- newest checkpoint, such as one that kept its key when the log was re-opened, cannot stop it.
create function stop_log(p_reason text, p_origin text) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update head set stopped = left(p_reason, 64) where stopped is null and not exists (
    select from checkpoint where checkpoint.size = head.size
      and split_part(convert_from(note, 'UTF8'), E'\n', 1) <> p_origin)
$$;

-- Lifts the one stop that time mends: a clock that went back by hours, once it has caught up with the newest signature.
create function lift_clock_stop() returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with lifted as (update head set stopped = null where stopped = 'clock-went-back' and not exists (select from clock_wait) returning 1)
  select exists (select from lifted)
$$;

create function note_looks(p_person text, p_office text, p_page text, p_streams text[], p_fields integer[]) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into access_journal (person, office, page, streams, fields) values (p_person, p_office, p_page, p_streams, p_fields)
$$;

-- Returns the looks that may be closed, oldest first. Numbers are drawn before their rows are committed, so a smaller number may
-- still appear. The lock waits for all who have drawn one, whatever the clock says: closing past a number that appears later would
-- leave its row out of every digest. The error gives the lock back at once, with the numbers drawn by then in `upto`: held to the end
-- of the transaction, it would let one session with the server's password keep everybody from reading.
create function closable_looks(p_after bigint, p_limit integer) returns setof access_journal
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  upto bigint;
begin
  begin
    lock table access_journal in share mode;
    upto := (select max(id) from access_journal);
    raise exception 'the lock is given back' using errcode = 'MC003';
  exception when sqlstate 'MC003' then null;
  end;
  return query select * from access_journal where id > p_after and id <= upto order by id limit p_limit;
end $$;
