-- The log: what is recorded, what is sealed, and what was signed. Design: "record, then seal".
-- Rows of these tables are evidence: triggers (0005) refuse UPDATE, DELETE and TRUNCATE where a row is final.

-- One row a stream: its version, the instant of its last event and its state, folded up to the version `folded`: it is
-- written again only when the events since are longer than it is, so that a long file is not written whole with each act.
-- The state is a read model (recomputed by the audit); the version is what commands are decided against.
create table stream (
  name text collate "C" primary key,
  version integer not null check (version > 0),
  at text not null,
  state text not null,
  folded integer not null check (folded between 1 and version)
);

-- The canonical bytes of an event, fixed when it is recorded. 65,426 bytes and a wrapping of 109 make 65,535,
-- the most that an entry bundle can hold (C2SP tlog-tiles): nothing that is recorded may be unsealable.
create table event (
  id bigint generated always as identity primary key,
  recording bigint not null,
  stream text collate "C" not null,
  version integer not null check (version > 0),
  body bytea not null check (octet_length(body) <= 65426),
  unique (stream, version)
);

-- A stream as it is loaded: with the bodies of the events that its state does not hold yet.
create view loaded_stream as
  select name, version, at, state, folded,
    case when folded = version then '{}'::bytea[] else
      array(select body from event where event.stream = stream.name and event.version > stream.folded order by event.version)
    end as tail
  from stream;

-- Recorded and not yet sealed. Sealed in the order (recording, event): what one command recorded stays together.
-- Neither here nor in leaf does a foreign key name the event: its check would lock the event's row, and so write every row
-- of the log twice. Events cannot be deleted (0005), and the audit compares both ways.
create table pending (
  recording bigint not null,
  event bigint not null,
  since timestamptz not null default clock_timestamp(),
  primary key (recording, event)
) with (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0.0);

create table leaf (
  index bigint primary key check (index >= 0),
  event bigint not null unique,
  hash bytea not null check (octet_length(hash) = 32)
);

-- Root of the complete subtree of 256^level leaves that begins at leaf index * 256^level, level 1 and above:
-- the hashes that a tile of that level holds (C2SP tlog-tiles). Those of level 0 are leaf.hash.
create table tile (
  level smallint not null check (level between 1 and 7),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- Every checkpoint that was ever signed. edge is the right edge of the tree of the first `start` leaves, so that a proof
-- of any leaf of this batch needs this row and the leaves [start, size) only.
create table checkpoint (
  size bigint primary key check (size > start),
  start bigint not null check (start >= 0),
  edge bytea not null check (octet_length(edge) % 32 = 0),
  note bytea not null,
  signed_at timestamptz not null
);

-- The head of the log: the row that whoever seals holds. stopped: why the signer may not sign again.
create table head (
  one boolean primary key default true check (one),
  size bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  edge bytea not null,
  stopped text
);
insert into head (size, hash, edge) values (0, decode(repeat('00', 32), 'hex'), '');

-- A command that was recorded: which events it made, and a keyed digest of what was asked.
create table idempotency (
  scope bytea primary key check (octet_length(scope) = 32),
  body bytea not null check (octet_length(body) = 32),
  status smallint not null,
  events bigint[] not null,
  at timestamptz not null default clock_timestamp()
);

-- Keys of subjects, wrapped by the key of the environment. Destroying them destroys the values (erasure).
create table subject_key (
  id text collate "C" primary key,
  subject text collate "C" not null,
  wrapped bytea
);
create index subject_key_subject on subject_key (subject);

-- What the sealed fields of an event commit to: salt and value, encrypted under a key of their subject.
create table sealed_value (
  commitment bytea primary key check (octet_length(commitment) = 32),
  stream text collate "C" not null,
  path text not null,
  class text not null check (class in ('reference', 'personal')),
  key text collate "C" not null references subject_key (id),
  box bytea not null
);
create index sealed_value_stream on sealed_value (stream);

-- Who looked at which sealed fields. Off the log; every hour the digest of its new rows is sealed into it (journal-closed).
create table access_journal (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  person text not null,
  office text not null,
  stream text not null,
  fields integer not null check (fields > 0)
);
