-- The log: recorded events, sealed leaves and signed checkpoints (src/README.md#record-then-seal).
-- Rows of these tables are evidence: the triggers of 0005 refuse UPDATE, DELETE and TRUNCATE where a row is final.

-- One row for each stream: its version, the instant of its last event, and its state after the version `folded`. The state is
-- written again only when the events since `folded` are longer than the state, so that a long file is not written whole with
-- each act. The state is a read model, which the audit computes again; commands are decided against the version. `tag` is the
-- server's keyed digest of the row and of the events after `folded`: a server decides on no state that no server wrote.
create table stream (
  name text collate "C" primary key,
  version integer not null check (version > 0),
  at text not null,
  state text not null,
  folded integer not null check (folded between 1 and version),
  tag bytea not null check (octet_length(tag) = 32)
);

-- One row for each recording: a command, or what the system records without one. `scope` digests its idempotency key, `digest` is a
-- keyed digest of its body, and `status` and its events are what a repeated request is answered with. `tag` is the server's keyed
-- digest over scope, digest, status and the bytes of the events in their order (src/service/sealing/tags.ts). The database does not
-- know the key: what was recorded without a server is never sealed and never answered with.
create table recording (
  number bigint primary key,
  scope bytea not null unique check (octet_length(scope) = 32),
  digest bytea not null check (octet_length(digest) = 32),
  status smallint not null,
  tag bytea not null check (octet_length(tag) = 32),
  at timestamptz not null default clock_timestamp()
);

-- The canonical bytes of an event, fixed when it is recorded. `recording` is the number of what recorded it. 65,426 bytes and
-- the 109 bytes around them make 65,535, the longest leaf that an entry bundle holds (C2SP tlog-tiles): whatever is recorded
-- can be sealed.
create table event (
  id bigint generated always as identity primary key,
  recording bigint not null,
  stream text collate "C" not null,
  version integer not null check (version > 0),
  body bytea not null check (octet_length(body) <= 65426),
  unique (stream, version)
);
create index event_recording on event (recording);

-- A stream as it is loaded: `tail` holds the bodies of the events that its state does not hold yet.
create view loaded_stream as
  select name, version, at, state, folded, tag,
    case when folded = version then '{}'::bytea[] else
      array(select body from event where event.stream = stream.name and event.version > stream.folded order by event.version)
    end as tail
  from stream;

-- Events that are recorded and not yet sealed. They are sealed in the order (recording, event), so that the events of one command
-- stay together. Neither pending nor leaf has a foreign key to event: its check would lock the event's row, and so write
-- every row of the log twice. Events cannot be deleted (0005), and the audit compares pending and leaf with event.
-- autovacuum counts rows alone (scale factor 0): every row is deleted soon, so a share of the table's size says nothing.
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

-- The hashes that a tile of level 1 or above holds (C2SP tlog-tiles): `hash` is the root of the complete subtree of 256^level
-- leaves that begins at leaf index * 256^level. The hashes of level 0 are leaf.hash.
create table tile (
  level smallint not null check (level between 1 and 7),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

-- Every committed checkpoint. `edge` is the right edge of the tree of the first `start` leaves, so that a proof of a leaf of this
-- batch needs only this row and the leaves [start, size). `number` counts the checkpoints from 1, and `tag` is the server's keyed
-- digest of the row: none can be taken out and its neighbours joined.
create table checkpoint (
  size bigint primary key check (size > start),
  start bigint not null check (start >= 0),
  edge bytea not null check (octet_length(edge) % 32 = 0),
  note bytea not null,
  number bigint not null unique check (number > 0),
  tag bytea not null check (octet_length(tag) = 32),
  signed_at timestamptz not null
);

-- The wait for the clock: one row while the clock is more than a minute behind the newest signature, none otherwise. Nothing is
-- signed then, so that the instants of signatures never go back; when the clock shows `until`, signing goes on. A minute is let pass,
-- because clocks are set right by so much.
create view clock_wait as
  select to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
    extract(epoch from until - clock_timestamp())::float8 as seconds
  from (select signed_at - interval '1 minute' as until from checkpoint order by size desc limit 1) as newest
  where until > clock_timestamp();

-- The head of the log: one row, which the sealing transaction locks. `checkpoints` counts them. `stopped` says why the signer may not
-- sign again.
create table head (
  one boolean primary key default true check (one),
  size bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  edge bytea not null,
  checkpoints bigint not null,
  stopped text
);
insert into head (size, hash, edge, checkpoints) values (0, decode(repeat('00', 32), 'hex'), '', 0);

-- Keys of subjects, wrapped by the key of the environment. Destroying a key destroys the values encrypted under it (erasure).
-- `recording`, here and in committed_value, is the first recording of the transaction that wrote the row.
create table subject_key (
  id text collate "C" primary key,
  subject text collate "C" not null,
  wrapped bytea,
  recording bigint not null
);
create index subject_key_subject on subject_key (subject);

-- The values of committed fields: `box` holds salt and value of one commitment, encrypted under a key of their subject.
create table committed_value (
  commitment bytea primary key check (octet_length(commitment) = 32),
  stream text collate "C" not null,
  path text not null,
  class text not null check (class in ('reference', 'personal')),
  key text collate "C" not null references subject_key (id),
  box bytea not null,
  recording bigint not null
);
create index committed_value_stream on committed_value (stream);

-- A row is one look: who, for which office, what they asked for, and what was shown, which is each stream with the number of its
-- committed fields. It is off the log; the digest of its new rows is sealed into the log (journal-closed).
create table access_journal (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  person text not null,
  office text not null,
  page text not null,
  streams text[] not null,
  fields integer[] not null,
  check (cardinality(streams) > 0 and cardinality(fields) = cardinality(streams) and 0 < all (fields))
);
