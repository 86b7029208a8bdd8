-- Triggers that refuse to change the log, to its owner too as long as they stand, and the rights of the three roles.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

-- Whether the session belongs to the tables' owner or a superuser. It asks for session_user and not for the current role, because
-- the functions that the server's role calls run as the owner.
create function is_owner(p_table oid) returns boolean language sql stable as $$
  select pg_has_role(session_user, relowner, 'member') from pg_class where oid = p_table
$$;

-- A row that no server of the log wrote is taken out by the owner alone, while the log is stopped, and only if it is not sealed
-- (npm run reopen). What a foreign checkpoint covers counts as sealed until that checkpoint and its leaves are gone, which only a log
-- that stopped for them gives up. A database cannot tell a foreign checkpoint from a true one: whoever is the owner and stops the
-- log can cut its end, and a checkpoint that was kept elsewhere shows it.
create function refuse_removal() returns trigger language plpgsql as $$
declare
  reason text;
begin
  select head.stopped into reason from head;
  if reason is not null and is_owner(tg_relid) then
    if tg_table_name = 'event' then
      if not exists (select from leaf where leaf.event = old.id) then return old; end if;
    elsif tg_table_name = 'recording' then
      if not exists (select from event where event.recording = old.number) then return old; end if;
    elsif tg_table_name = 'stream' then
      if not exists (select from event where event.stream = old.name) then return old; end if;
    elsif tg_table_name in ('committed_value', 'subject_key') then
      if not exists (select from event where event.recording = old.recording) then return old; end if;
    elsif tg_table_name in ('leaf', 'tile', 'checkpoint') and reason in ('checkpoint-foreign', 'head-foreign') then return old;
    end if;
  end if;
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

do $$
declare name text;
begin
  foreach name in array array['event', 'recording', 'leaf', 'tile', 'checkpoint', 'committed_value', 'access_journal'] loop
    execute format('create trigger append_only before update on %I for each row execute function refuse_change()', name);
    execute format('create trigger never_removed before delete on %I for each row execute function refuse_removal()', name);
    execute format('alter table %I enable always trigger never_removed', name);
    execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', name);
    execute format('alter table %I enable always trigger append_only', name);
    execute format('alter table %I enable always trigger never_emptied', name);
  end loop;
  foreach name in array array['pending', 'head', 'stream', 'subject_key'] loop
    execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', name);
    execute format('alter table %I enable always trigger never_emptied', name);
  end loop;
end $$;

-- A stopped log stays stopped until its owner lifts the stop, to go on under another origin (npm run reopen). Where it stopped for a
-- foreign head or checkpoint, the owner first sets the head back to the end of the last checkpoint that is left.
-- The stop of a clock that went back is lifted for anybody once the clock has caught up (lift_clock_stop).
create function refuse_unless_lifted() returns trigger language plpgsql as $$
begin
  if old.stopped is not null and new.stopped is null
    and (is_owner(tg_relid) or (old.stopped = 'clock-went-back' and not exists (select from clock_wait)))
    and new.size = old.size and new.hash = old.hash and new.edge = old.edge and new.checkpoints = old.checkpoints
  then return new; end if;
  if old.stopped in ('checkpoint-foreign', 'head-foreign') and new.stopped = old.stopped and is_owner(tg_relid)
    and (new.size, new.checkpoints) = (select coalesce(max(size), 0), count(*) from checkpoint)
  then return new; end if;
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

-- A checkpoint must have the origin (its first line) of the checkpoint before it, unless the owner re-opens the log. A server that
-- was left running with the earlier key can therefore not continue the earlier history.
create function refuse_other_origin() returns trigger language plpgsql as $$
begin
  if split_part(convert_from(new.note, 'UTF8'), E'\n', 1)
      <> (select split_part(convert_from(note, 'UTF8'), E'\n', 1) from checkpoint where size = new.start)
    and not is_owner(tg_relid)
  then raise exception 'the log is signed under another origin' using errcode = 'MC002'; end if;
  return new;
end $$;
create trigger same_origin before insert on checkpoint for each row execute function refuse_other_origin();
alter table checkpoint enable always trigger same_origin;

-- The owner of a stopped log may set a stream back to the last of its events, after a foreign one was taken out.
create function refuse_going_back() returns trigger language plpgsql as $$
begin
  if new.name = old.name and is_owner(tg_relid) and exists (select from head where stopped is not null)
    and new.version = (select max(version) from event where event.stream = old.name)
  then return new; end if;
  raise exception 'the log is append-only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
end $$;

-- The head only grows and a stream only advances. The conditions are in the triggers' when clauses, so that an allowed row calls no
-- function.
create trigger only_grows before update on head for each row
  when (new.size < old.size or new.checkpoints <> old.checkpoints + (new.size > old.size)::integer
    or (new.size = old.size and (new.hash <> old.hash or new.edge <> old.edge)) or old.stopped is not null)
  execute function refuse_unless_lifted();
create trigger never_deleted before delete on head for each row execute function refuse_change();
create trigger only_moves_on before update on stream for each row
  when (new.name <> old.name or new.version <= old.version or new.at < old.at or new.folded < old.folded)
  execute function refuse_going_back();
create trigger never_deleted before delete on stream for each row execute function refuse_removal();

-- A wrapped key may be destroyed (set to null), never changed. Only the owner may do it, because nothing brings the values back.
create function refuse_rewrapping() returns trigger language plpgsql as $$
begin
  if new.wrapped is not null or new.id <> old.id or new.subject <> old.subject then
    raise exception 'a key of a subject can only be destroyed' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_destroyed before update on subject_key for each row execute function refuse_rewrapping();
create trigger never_deleted before delete on subject_key for each row execute function refuse_removal();

do $$
declare name text;
begin
  foreach name in array array['head', 'stream', 'subject_key'] loop
    execute format('alter table %I enable always trigger never_deleted', name);
  end loop;
  alter table head enable always trigger only_grows;
  alter table stream enable always trigger only_moves_on;
  alter table subject_key enable always trigger only_destroyed;
end $$;

-- Only the owner makes tables and functions here, temporary ones included.
revoke create on schema public from public;
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;

revoke all on all tables in schema public from public;
revoke all on all functions in schema public, view from public;
grant usage on schema public, view to minh_chung_app, minh_chung_sealer, minh_chung_reader;

-- The server reads as minh_chung_app, which writes nothing but looks into the journal: a hole in a read can record, seal and stop
-- nothing. It records and seals as minh_chung_sealer, which sees no value, no key and no list. Neither may write a table: the right
-- to INSERT would let it COPY rows into the log that no command decided.
grant select on all tables in schema public, view to minh_chung_app;
grant execute on function load_commands, note_looks, closable_looks to minh_chung_app;

grant select on event, recording, pending, leaf, tile, checkpoint, clock_wait, head, stream, loaded_stream to minh_chung_sealer;
grant execute on function load_commands, record_commands, lock_head, append_batch, stop_log, lift_clock_stop to minh_chung_sealer;

grant select on event, pending, leaf, tile, checkpoint, head, stream, loaded_stream to minh_chung_reader;
grant select on all tables in schema view to minh_chung_reader;
