-- Read models. Each row belongs to one stream and is a pure function of that stream's state (src/domain/projection.ts),
-- so the audit can make them all again from the log and compare. Each has a text `key` and the `stream` it comes from.

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

-- judgment, number: the commitments to the numbers by which people call the files.
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

-- Time limits that are running or were kept, and forbidden acts that were done: days only. Late and missed are computed from
-- today. kept: done in time, or excused; whatever is not is a breach once its day is past. day: by which lists go; that on
-- which it is due, or on which the forbidden act was done; infinity where the law states none. recorded_late: calendar days
-- between a day and its recording, null on the day itself; source: whose word the day is. weight: none where letting the
-- time pass breaches nothing. ended: missed, and from ended_on owed no more. judged: a procurator has confirmed or dismissed
-- it; the one column that is another stream's.
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
  kept boolean not null,
  day date not null,
  provisional boolean not null,
  judged boolean not null
);
-- A list names what comes before the day with equality, so that a page is read in its order, wherever it is
-- (src/store/deadlines.ts). The first is the one that counts read, without the table.
create index deadline_office on view.deadline (office, kept, state, weight, judged, day, key);
create index deadline_rule on view.deadline (office, rule, kept, state, weight, judged, day, key);
create index deadline_instrument on view.deadline (office, kept, state, weight, judged, day, key) where stream like 'instrument/%';

-- What procurators made of a detection: confirmed (then a finding), merged into another, or dismissed. weight and day are
-- those of the time limit when it was judged.
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
create index finding_counts on view.finding (office, day, rule, status);
create index finding_deadline on view.finding (deadline);
create index finding_about on view.finding (about);

-- What was breached until a correction of an entry took it away (src/domain/gone-detections.ts): key is that of the time limit. state, due_on,
-- met_on: as it stood on the day of the correction; then_…: as it stands since, null where there is no such time limit any
-- more. day: by which lists go. correction: the version of the correction in its stream.
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
  then_state text,
  then_due_on date,
  then_met_on date,
  act text not null,
  field text not null,
  correction integer not null,
  corrected_on date not null,
  day date not null
);
create index gone_office on view.gone (office, day, key);

-- handed_over: the addressee has it or had it; until then it is the procuracy's own affair, also where it was withdrawn.
-- arbiter: to whom a dispute over it was reported.
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
create index instrument_issuer_status on view.instrument (issuer, status, key);
create index instrument_arbiter on view.instrument (arbiter, key) where arbiter is not null;
create index instrument_addressee on view.instrument (addressee, key) where handed_over;
create index instrument_addressee_status on view.instrument (addressee, status, key);

-- Rows that a command changed: {"<table>": {"taken": [keys], "rows": [rows]}}; changed rows are in both.
create function view.apply(p_rows jsonb) returns void language plpgsql as $$
begin
  if p_rows ? 'deadline' then
    delete from view.deadline where key in (select jsonb_array_elements_text(p_rows #> '{deadline,taken}'));
    -- Whoever judges reads the file's stream, so of its rows and of its findings only one is written at a time.
    insert into view.deadline
      select key, stream, rule, version, weight, owner, office, subject, started_by, started_on, start_source, start_recorded_late,
        due_on, met_on, met_source, met_recorded_late, ended_on, state, kept, day, provisional, exists (select from view.finding where finding.deadline = row.key)
      from jsonb_populate_recordset(null::view.deadline, p_rows #> '{deadline,rows}') as row;
  end if;
  if p_rows ? 'gone' then
    delete from view.gone where key in (select jsonb_array_elements_text(p_rows #> '{gone,taken}'));
    insert into view.gone select * from jsonb_populate_recordset(null::view.gone, p_rows #> '{gone,rows}');
  end if;
  if p_rows ? 'case_file' then
    delete from view.case_file where key in (select jsonb_array_elements_text(p_rows #> '{case_file,taken}'));
    insert into view.case_file select * from jsonb_populate_recordset(null::view.case_file, p_rows #> '{case_file,rows}');
  end if;
  if p_rows ? 'intake' then
    delete from view.intake where key in (select jsonb_array_elements_text(p_rows #> '{intake,taken}'));
    insert into view.intake select * from jsonb_populate_recordset(null::view.intake, p_rows #> '{intake,rows}');
  end if;
  if p_rows ? 'register' then
    delete from view.register where key in (select jsonb_array_elements_text(p_rows #> '{register,taken}'));
    insert into view.register select * from jsonb_populate_recordset(null::view.register, p_rows #> '{register,rows}');
  end if;
  if p_rows ? 'finding' then
    delete from view.finding where key in (select jsonb_array_elements_text(p_rows #> '{finding,taken}'));
    insert into view.finding select * from jsonb_populate_recordset(null::view.finding, p_rows #> '{finding,rows}');
    update view.deadline set judged = true
      where not judged and key in (select row ->> 'deadline' from jsonb_array_elements(p_rows #> '{finding,rows}') as row);
  end if;
  if p_rows ? 'instrument' then
    delete from view.instrument where key in (select jsonb_array_elements_text(p_rows #> '{instrument,taken}'));
    insert into view.instrument select * from jsonb_populate_recordset(null::view.instrument, p_rows #> '{instrument,rows}');
  end if;
  if p_rows ? 'office' then
    delete from view.office where key in (select jsonb_array_elements_text(p_rows #> '{office,taken}'));
    insert into view.office select * from jsonb_populate_recordset(null::view.office, p_rows #> '{office,rows}');
  end if;
  if p_rows ? 'login' then
    delete from view.login where key in (select jsonb_array_elements_text(p_rows #> '{login,taken}'));
    insert into view.login select * from jsonb_populate_recordset(null::view.login, p_rows #> '{login,rows}');
  end if;
end $$;
