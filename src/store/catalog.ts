/**
 * The law of the database as its catalog has it: roles, grants, tables, constraints, triggers, functions, rules, views,
 * policies. One line for each, the same on PostgreSQL 15 to 18, so that a database can be held against what its migrations
 * make (db/catalog.txt). The role that owns the tables is called `owner`, whatever its name is.
 */

import { sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * readCatalog returns the lines in the order of their bytes. Every role may read what they are made of. PostgreSQL writes
 * names with their schema unless the search path has it, so the search path is the same for every reader.
 */
export async function readCatalog(snapshot: Transaction<Tables>): Promise<readonly string[]> {
  const was = await setSearchPath(snapshot, "pg_catalog");
  const { rows } = await selectLines.execute(snapshot);
  await setSearchPath(snapshot, was);
  return rows.map(({ line }) => line);
}

/** setSearchPath sets it until the transaction ends, and returns what it was. */
async function setSearchPath(snapshot: Transaction<Tables>, path: string): Promise<string> {
  const { rows } = await sql<{ was: string }>`
    with before as materialized (select current_setting('search_path') as was)
    select was, set_config('search_path', ${path}, true) from before`.execute(snapshot);
  return rows[0]?.was ?? path;
}

const selectLines = sql<{ line: string }>`
    with own as (select relowner as owner from pg_class where oid = 'public.event'::regclass),
    space as (select oid, nspname, nspowner, nspacl from pg_namespace where nspname in ('public', 'view')),
    relation as (
      select c.*, format('%s.%s', nspname, relname) as name from pg_class c join space s on s.oid = relnamespace
      where relkind in ('r', 'v', 'm', 'S', 'f', 'p')
    ),
    routine as (
      select p.*, format('%s.%s(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)) as name
      from pg_proc p join pg_namespace n on n.oid = pronamespace
      where pronamespace in (select oid from space) or (prosecdef and n.nspname !~ '^pg_'
        and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and deptype = 'e'))
    ),
    acl as (
      select 'on ' || name as what, coalesce(relacl, acldefault(case relkind when 'S' then 's'::"char" else 'r' end, relowner)) as acl, relowner as holder
        from relation
      union all select 'on ' || name || '.' || attname, attacl, relowner from pg_attribute join relation r on r.oid = attrelid where attacl is not null
      union all select 'on function ' || name, coalesce(proacl, acldefault('f', proowner)), proowner from routine
      union all select 'on schema ' || nspname, coalesce(nspacl, acldefault('n', nspowner)), nspowner from space
      union all select 'on database', coalesce(datacl, acldefault('d', datdba)), datdba from pg_database where datname = current_database()
      union all select 'by default on ' || defaclobjtype::text, defaclacl, defaclrole from pg_default_acl
    ),
    granted as (select what, holder, (aclexplode(acl)).* from acl),
    -- Who may connect is the operator's affair.
    grants as (select * from granted where grantee not in (select owner from own) and grantee <> holder and privilege_type <> 'CONNECT'),
    member as (
      select m.roleid, m.member from pg_auth_members m
      where coalesce((to_jsonb(m) ->> 'set_option')::boolean, true) or coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, true)
    ),
    role as (
      select r.*, case when r.oid = owner then 'owner' else rolname end as name
      from pg_roles r, own
      where r.oid = owner or r.oid in (select grantee from grants) or r.oid in (select member from member where roleid = owner)
    )
    select line collate "C" as line from (
      select format('role %s%s', name, case when (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
          and name <> 'owner' or rolsuper then concat(
            case when rolsuper then ' superuser' end, case when rolcreaterole then ' createrole' end,
            case when rolcreatedb then ' createdb' end, case when rolreplication then ' replication' end,
            case when rolbypassrls then ' bypassrls' end) end) as line from role
      union all
      -- The settings that scripts/README.md#a-pooler tells an operator to give to a role.
      select format('setting of %s: %s', coalesce(role.name, 'all'), setting) from pg_db_role_setting s
        left join role on role.oid = setrole, unnest(setconfig) as setting
        where (setrole = 0 or role.oid is not null) and setdatabase in (0, (select oid from pg_database where datname = current_database()))
          and setting !~* '^(idle_in_transaction_session_timeout|statement_timeout|lock_timeout|timezone)='
      union all
      select format('member %s of %s', coalesce(of.name, pg_get_userbyid(m.member)), coalesce(role.name, pg_get_userbyid(m.roleid)))
        from member m left join role of on of.oid = m.member left join role on role.oid = m.roleid
        where of.oid is not null or role.oid is not null
      union all
      select format('grant %s%s %s to %s', lower(privilege_type), case when is_grantable then ' with grant option' end, what,
          case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end) from grants
      union all
      select format('schema %s%s', nspname, case when nspname = 'public' or nspowner = owner then '' else ' of another owner' end)
        from space, own
      union all
      select format('%s %s%s%s%s%s', case relkind when 'r' then 'table' when 'v' then 'view' when 'S' then 'sequence' else 'relation' end,
          name, case when relowner <> owner then ' of another owner' end, case when relpersistence <> 'p' then ' not durable' end,
          case when relrowsecurity then ' with row security' end, case when relforcerowsecurity then ' forced' end)
        from relation, own
      union all
      -- PostgreSQL 16 leaves out the names of tables where only one is read, so the columns are told apart by their numbers.
      select format('view %s reads %s', name, encode(sha256(convert_to(
          regexp_replace(regexp_replace(pg_get_viewdef(relation.oid), '[a-z_]+[.]', '', 'g'), '[[:space:]]+', ' ', 'g') ||
          (select string_agg(array_to_string(f, ','), ' ' order by place) from regexp_matches(ev_action::text,
            '[{]VAR :varno [0-9]+ :varattno (-?[0-9]+) [^}]*?:varlevelsup ([0-9]+)', 'g') with ordinality as v (f, place)), 'UTF8')), 'hex'))
        from relation join pg_rewrite on ev_class = relation.oid and rulename = '_RETURN'
      union all
      select format('view %s has %s', name, option) from relation, unnest(reloptions) as option where relkind = 'v'
      union all
      select format('rule %s on %s %s: %s', rulename, name, ev_enabled, pg_get_ruledef(r.oid))
        from pg_rewrite r join relation on relation.oid = ev_class where rulename <> '_RETURN'
      union all
      select format('column %s.%s %s%s%s%s%s', name, attname, format_type(atttypid, atttypmod),
          case when attcollation <> typcollation then ' collate ' || (select collname from pg_collation c where c.oid = attcollation) end,
          case when attnotnull then ' not null' end, case attidentity when 'a' then ' identity' when 'd' then ' identity by default' end,
          case when attgenerated <> '' then ' generated ' else ' default ' end || pg_get_expr(adbin, adrelid))
        from pg_attribute join relation on relation.oid = attrelid join pg_type t on t.oid = atttypid
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attnum > 0 and not attisdropped and relkind <> 'S'
      union all
      select format('inherits %s from %s', inhrelid::regclass, inhparent::regclass) from pg_inherits join relation on relation.oid = inhparent
      union all
      select format('sequence %s from %s by %s from %s to %s%s', name, seqstart, seqincrement, seqmin, seqmax, case when seqcycle then ' cycle' end)
        from pg_sequence join relation on relation.oid = seqrelid
      union all
      select format('constraint %s on %s: %s%s%s', conname, relation.name, pg_get_constraintdef(c.oid),
          case when not convalidated then ' not valid' end, case when to_jsonb(c) ->> 'conenforced' = 'false' then ' not enforced' end)
        from pg_constraint c join relation on relation.oid = conrelid where contype <> 'n' and contype <> 't'
      union all
      select format('trigger %s', case when tgisinternal then format('%s of %s on %s', tgfoid::regproc, conname, relation.name)
          else pg_get_triggerdef(t.oid) end) ||
          case tgenabled when 'O' then '' when 'A' then ' (always)' when 'D' then ' (disabled)' else ' (replica only)' end
        from pg_trigger t join relation on relation.oid = tgrelid left join pg_constraint c on c.oid = tgconstraint
      union all
      select format('event trigger %s on %s %s', evtname, evtevent, evtenabled) from pg_event_trigger
      union all
      select format('policy %s on %s %s %s to %s: %s, %s', polname, name, polcmd, polpermissive, polroles::regrole[],
          pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
        from pg_policy join relation on relation.oid = polrelid
      union all
      select format('function %s returns %s, %s %s%s%s%s%s: %s', name, pg_get_function_result(p.oid), l.lanname,
          case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
          case when prosecdef then ' security definer' end, case when proleakproof then ' leakproof' end,
          case when proowner <> owner then ' of another owner' end,
          (select string_agg(' set ' || setting, '' order by setting) from unnest(proconfig) as setting),
          encode(sha256(convert_to(coalesce(prosrc, '') || coalesce(probin, '') || coalesce(pg_get_function_sqlbody(p.oid), ''), 'UTF8')), 'hex'))
        from routine p join pg_language l on l.oid = prolang, own
      union all
      select format('operator %s', o.oid::regoperator) from pg_operator o join space on space.oid = oprnamespace
      union all
      select format('cast from %s to %s', castsource::regtype, casttarget::regtype) from pg_cast where oid >= 16384
      union all
      select format('type %s', t.oid::regtype) from pg_type t join space on space.oid = typnamespace where typrelid = 0 and typelem = 0
    ) as lines order by 1`;
