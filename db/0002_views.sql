-- Read models. Each row belongs to one stream and is a pure function of that stream's state (src/domain/projection.ts), so the
-- audit can make all rows again from the log and compare. Each table has a text `key` and the `stream` that the row comes from.

create schema view;

create table view.login (
  key text collate "C" primary key,
  stream text collate "C" not null,
  person text not null
);

create table view.office (
  key text collate "C" primary key,
  stream text collate "C" not null,
  code text not null unique,
  kind text not null,
  opened_on date not null,
  closed_on date
);

-- `judgment` here and `number` in case_file are commitments to the numbers by which people call the files.
create table view.intake (
  key text collate "C" primary key,
  stream text collate "C" not null,
  agency text not null,
  court text,
  opened_on date not null,
  judgment text
);
create index intake_agency on view.intake (agency, key);
create index intake_latest on view.intake (agency, opened_on, key);

create table view.case_file (
  key text collate "C" primary key,
  stream text collate "C" not null,
  intake text not null,
  agency text not null,
  decided_on date not null,
  ended_on date,
  number text
);
create index case_file_agency on view.case_file (agency, key);
create index case_file_latest on view.case_file (agency, decided_on, key);

create table view.register (
  key text collate "C" primary key,
  stream text collate "C" not null,
  office text collate "C" not null,
  opened_on date not null
);
create index register_office on view.register (office, key);
create index register_latest on view.register (office, opened_on, key);

-- Deadlines: clocks with their due days and what became of them, and forbidden acts that were done. The table holds days and
-- knows no today; whether an open one is late or missed is computed when a list asks.
--   weight         'none' where letting the time pass breaches nothing
--   …_source       whose word the day is
--   …_recorded_late  calendar days between a day and its recording; null when it was recorded on the day itself
--   state          'ended': missed, and from ended_on owed no more
--   satisfied      met in time, or excused; a deadline that is not satisfied is breached once its day is past
--   day            sort key of lists: the due day, or the day on which the forbidden act was done; infinity where the law states none
--   judged         a procurator has confirmed or dismissed it; the one column that comes from another stream
create table view.deadline (
  key text collate "C" primary key,
  stream text collate "C" not null,
  rule text collate "C" not null,
  version text not null,
  weight text collate "C" not null check (weight in ('violation', 'hint', 'none')),
  owner text not null,
  office text collate "C" not null,
  subject text not null,
  started_by text not null,
  started_on date not null,
  start_source text,
  start_recorded_late integer,
  due_on date,
  met_on date,
  met_source text,
  met_recorded_late integer,
  ended_on date,
  state text collate "C" not null check (state in ('open', 'met', 'excused', 'ended', 'forbidden')),
  satisfied boolean not null,
  day date not null,
  provisional boolean not null,
  judged boolean not null
);
-- A list names every column before `day` with equality, so that any page is read in the order of the index
-- (src/store/lists/deadlines.ts). Counts read deadline_office alone, without the table.
create index deadline_office on view.deadline (office, satisfied, state, weight, judged, day, key);
create index deadline_rule on view.deadline (office, rule, satisfied, state, weight, judged, day, key);
create index deadline_instrument on view.deadline (office, satisfied, state, weight, judged, day, key) where stream like 'instrument/%';

-- Detections that a procurator judged: confirmed as a finding, merged into another finding, or dismissed. `weight` and `day` are
-- those that the deadline had when it was judged.
create table view.finding (
  key text collate "C" primary key,
  stream text collate "C" not null,
  deadline text collate "C" not null,
  about text not null,
  rule text not null,
  version text not null,
  office text not null,
  procuracy text not null,
  status text not null,
  weight text not null,
  day date not null,
  seriousness text,
  instrument text,
  made_on date not null
);
create index finding_office on view.finding (office, status, key);
create index finding_latest on view.finding (procuracy, status, made_on, key);
create index finding_counts on view.finding (office, day, rule, status);
create index finding_deadline on view.finding (deadline);
create index finding_about on view.finding (about);

-- Detections that a correction of an entry took away (src/domain/gone-detections.ts). `key` is the key of the deadline. `state`,
-- `due_on` and `met_on` are as the deadline stood on the day of the correction; the columns …_after are as it stands since, all
-- null where the deadline no longer exists. `day` is the sort key of lists. `correction` is its version in its stream.
create table view.gone (
  key text collate "C" primary key,
  stream text collate "C" not null,
  rule text collate "C" not null,
  version text not null,
  weight text collate "C" not null check (weight in ('violation', 'hint')),
  owner text not null,
  office text collate "C" not null,
  subject text not null,
  started_by text not null,
  started_on date not null,
  state text not null check (state in ('late', 'missed', 'forbidden')),
  due_on date,
  met_on date,
  state_after text,
  due_on_after date,
  met_on_after date,
  act text not null,
  field text not null,
  correction integer not null,
  corrected_on date not null,
  day date not null
);
create index gone_office on view.gone (office, day, key);

-- `handed_over`: the instrument was served on its addressee or received by it. Until then it is the procuracy's own affair, also
-- when it was withdrawn. `arbiter`: the office to which a dispute over it was reported.
create table view.instrument (
  key text collate "C" primary key,
  stream text collate "C" not null,
  kind text not null,
  number text,
  issuer text not null,
  addressee text not null,
  status text not null,
  issued_on date,
  received_on date,
  replied_on date,
  closed_on date,
  findings integer not null,
  verified integer not null,
  handed_over boolean not null,
  arbiter text
);
create index instrument_issuer on view.instrument (issuer, key);
create index instrument_latest on view.instrument (issuer, (coalesce(issued_on, 'infinity'::date)), key);
create index instrument_issuer_status on view.instrument (issuer, status, key);
create index instrument_arbiter on view.instrument (arbiter, key) where arbiter is not null;
create index instrument_addressee on view.instrument (addressee, key) where handed_over;
create index instrument_addressee_status on view.instrument (addressee, status, key);

-- Applies the row changes of commands: {"<table>": {"taken": [keys to delete], "rows": [rows to insert]}}. A changed row is in both.
create function view.apply(p_changes jsonb) returns void language plpgsql as $$
begin
  if p_changes ? 'deadline' then
    delete from view.deadline where key in (select jsonb_array_elements_text(p_changes #> '{deadline,taken}'));
    -- A command that judges locks the file's stream too, so no finding of this file is being written meanwhile: `exists` is right.
    insert into view.deadline
      select key, stream, rule, version, weight, owner, office, subject, started_by, started_on, start_source, start_recorded_late,
        due_on, met_on, met_source, met_recorded_late, ended_on, state, satisfied, day, provisional,
        exists (select from view.finding where finding.deadline = row.key)
      from jsonb_populate_recordset(null::view.deadline, p_changes #> '{deadline,rows}') as row;
  end if;
  if p_changes ? 'gone' then
    delete from view.gone where key in (select jsonb_array_elements_text(p_changes #> '{gone,taken}'));
    insert into view.gone select * from jsonb_populate_recordset(null::view.gone, p_changes #> '{gone,rows}');
  end if;
  if p_changes ? 'case_file' then
    delete from view.case_file where key in (select jsonb_array_elements_text(p_changes #> '{case_file,taken}'));
    insert into view.case_file select * from jsonb_populate_recordset(null::view.case_file, p_changes #> '{case_file,rows}');
  end if;
  if p_changes ? 'intake' then
    delete from view.intake where key in (select jsonb_array_elements_text(p_changes #> '{intake,taken}'));
    insert into view.intake select * from jsonb_populate_recordset(null::view.intake, p_changes #> '{intake,rows}');
  end if;
  if p_changes ? 'register' then
    delete from view.register where key in (select jsonb_array_elements_text(p_changes #> '{register,taken}'));
    insert into view.register select * from jsonb_populate_recordset(null::view.register, p_changes #> '{register,rows}');
  end if;
  if p_changes ? 'finding' then
    delete from view.finding where key in (select jsonb_array_elements_text(p_changes #> '{finding,taken}'));
    insert into view.finding select * from jsonb_populate_recordset(null::view.finding, p_changes #> '{finding,rows}');
    update view.deadline set judged = true
      where not judged and key in (select row ->> 'deadline' from jsonb_array_elements(p_changes #> '{finding,rows}') as row);
  end if;
  if p_changes ? 'instrument' then
    delete from view.instrument where key in (select jsonb_array_elements_text(p_changes #> '{instrument,taken}'));
    insert into view.instrument select * from jsonb_populate_recordset(null::view.instrument, p_changes #> '{instrument,rows}');
  end if;
  if p_changes ? 'office' then
    delete from view.office where key in (select jsonb_array_elements_text(p_changes #> '{office,taken}'));
    insert into view.office select * from jsonb_populate_recordset(null::view.office, p_changes #> '{office,rows}');
  end if;
  if p_changes ? 'login' then
    delete from view.login where key in (select jsonb_array_elements_text(p_changes #> '{login,taken}'));
    insert into view.login select * from jsonb_populate_recordset(null::view.login, p_changes #> '{login,rows}');
  end if;
end $$;
