namespace AgencyRoi.Tests.Platform.Database;

/// <summary>
/// A rule of the database that the catalogue can answer for.
/// </summary>
/// <param name="Name">As in the README of db-migrations and the ADR on isolation.</param>
/// <param name="Findings">Returns a row for each breach; @app is the role of the running product.</param>
/// <param name="Hole">Statements that break the rule, to prove that the gate sees it.</param>
/// <param name="AskedAbout">Holes in a role are shown with a role that has them, since roles are shared by all databases.</param>
internal sealed record CatalogueGate(string Name, string Findings, string Hole, string AskedAbout = "agency_roi_app");

internal static class CatalogueGates
{
    private const string TenantTables = """
        from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
        """;

    private const string Hole = "create table app.hole (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));";

    public static IReadOnlyList<CatalogueGate> All { get; } =
    [
        new(
            "C0 every table is a tenant's, or on the list of those that the app only reads",
            """
            select c.oid::regclass::text from pg_class c
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
              and (c.relname <> all (array['currencies', 'networks', 'schema_migrations', 'agencies'])
                or has_table_privilege(@app, c.oid, 'INSERT') or has_table_privilege(@app, c.oid, 'UPDATE')
                or has_table_privilege(@app, c.oid, 'DELETE'))
            """,
            "create table app.hole (id uuid primary key)"
        ),
        new(
            "C0 the app writes no shared table",
            """
            select c.oid::regclass::text from pg_class c
            where c.oid in ('app.currencies'::regclass, 'app.networks'::regclass, 'app.schema_migrations'::regclass, 'app.agencies'::regclass)
              and (has_table_privilege(@app, c.oid, 'INSERT') or has_table_privilege(@app, c.oid, 'UPDATE')
                or has_table_privilege(@app, c.oid, 'DELETE') or has_any_column_privilege(@app, c.oid, 'UPDATE'))
            """,
            "grant update (name) on app.agencies to agency_roi_app"
        ),
        new(
            "C1 row-level security is enabled and forced",
            $"select c.oid::regclass::text {TenantTables} and not (c.relrowsecurity and c.relforcerowsecurity)",
            $"{Hole} alter table app.hole enable row level security"
        ),
        new(
            "C2 unique and exclusion indexes hold the tenant",
            $"""
            select i.indexrelid::regclass::text from pg_index i join (select c.oid {TenantTables}) c on c.oid = i.indrelid
            where (i.indisunique or i.indisexclusion)
              and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnum = any (i.indkey))
            """,
            $"{Hole} create unique index on app.hole (id)"
        ),
        new(
            "C2b every index begins with the tenant",
            $"""
            select i.indexrelid::regclass::text from pg_index i join (select c.oid {TenantTables}) c on c.oid = i.indrelid
            where (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'tenant_id'
            """,
            $"{Hole} create index on app.hole (id, tenant_id)"
        ),
        new(
            "C3 foreign keys into tenant tables pair the tenants",
            """
            select k.conname::text from pg_constraint k
            where k.contype = 'f' and k.connamespace = 'app'::regnamespace
              and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'tenant_id')
              and not exists (
                select from generate_subscripts(k.conkey, 1) s
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[s]
                  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[s]
                where a.attname = 'tenant_id' and b.attname = 'tenant_id')
            """,
            $"""
            {Hole} create unique index hole_id on app.hole (id); alter table app.hole add constraint hole_u unique using index hole_id;
            create table app.hole_child (tenant_id uuid not null, id uuid not null, hole_id uuid references app.hole (id), primary key (tenant_id, id))
            """
        ),
        new(
            "C3b foreign keys between tables of a client pair the clients",
            """
            select k.conname::text from pg_constraint k
            where k.contype = 'f' and k.connamespace = 'app'::regnamespace
              and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'client_id')
              and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'client_id')
              and not exists (
                select from generate_subscripts(k.conkey, 1) s
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[s]
                  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[s]
                where a.attname = 'client_id' and b.attname = 'client_id')
            """,
            $"""
            {Hole} alter table app.hole add client_id uuid;
            create table app.hole_child (
              tenant_id uuid not null, id uuid not null, client_id uuid, hole_id uuid, primary key (tenant_id, id),
              foreign key (tenant_id, hole_id) references app.hole (tenant_id, id))
            """
        ),
        new(
            "C3c a deleted row takes others with it or is kept, and never empties a column",
            """
            select k.conname::text from pg_constraint k
            where k.contype = 'f' and k.connamespace = 'app'::regnamespace and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd'))
            """,
            $"{Hole} alter table app.hole add other uuid, add foreign key (tenant_id, other) references app.hole (tenant_id, id) on delete set null (other)"
        ),
        new(
            "C4 policies are permissive and without sub-selects",
            """
            select p.polrelid::regclass::text from pg_policy p
            where not p.polpermissive
              or coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\mselect\M'
            """,
            $"{Hole} create policy tenant on app.hole as restrictive using (tenant_id = app.current_tenant())"
        ),
        new(
            "C4b the policy says the one allowed thing, both ways, to everyone",
            """
            select c.oid::regclass::text from pg_policy p join pg_class c on c.oid = p.polrelid
            where c.relnamespace = 'app'::regnamespace
              and (pg_get_expr(polqual, polrelid) is distinct from pg_get_expr(polwithcheck, polrelid) or polcmd <> '*' or polroles <> '{0}'
                or pg_get_expr(polqual, polrelid) <> case
                  when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id')
                    then '((tenant_id = app.current_tenant()) AND app.client_visible(client_id))'
                  when c.relname = 'clients' then '((tenant_id = app.current_tenant()) AND app.client_visible(id))'
                  when c.relname = 'agencies' then '(id = app.current_tenant())'
                  else '(tenant_id = app.current_tenant())' end)
            """,
            $"""
            {Hole} alter table app.hole add client_id uuid;
            create policy tenant on app.hole using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant())
            """
        ),
        new(
            "C5 views look with the eyes of who asks; there are no materialized views",
            """
            select c.oid::regclass::text from pg_class c where c.relnamespace = 'app'::regnamespace
              and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text, '') ~ 'security_invoker=(true|on|1)'))
            """,
            "create view app.hole as select * from app.agencies"
        ),
        new(
            "C6 functions that act as their owner are the known ones, with the narrow owner and a fixed search path",
            """
            select p.oid::regprocedure::text from pg_proc p
            where p.pronamespace = 'app'::regnamespace and p.prosecdef
              and (p.oid::regprocedure::text <> all (array[
                  'app.find_api_token(text)', 'app.find_invitation(text)', 'app.find_memberships(text,text)', 'app.has_agency()',
                  'app.note_identity(text,text)', 'app.reserve_invitation_id(text)', 'app.reserve_token_id(text)'])
                or p.proowner <> 'agency_roi_lookup'::regrole
                or not coalesce(p.proconfig::text, '') like '%search_path=pg_catalog, app%'
                or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where x.grantee = 0))
            """,
            "alter function app.find_api_token(text) owner to agency_roi_owner"
        ),
        new(
            "C7 the app's role has no special attribute",
            "select rolname::text from pg_roles where rolname = @app and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)",
            "select",
            AskedAbout: "agency_roi_ops"
        ),
        new(
            "C7 the app's role owns nothing",
            "select oid::regclass::text from pg_class where relowner = @app::regrole",
            "select",
            AskedAbout: "agency_roi_owner"
        ),
        new(
            "C7 the app's role is a member of nothing",
            "select roleid::regrole::text from pg_auth_members where member = @app::regrole",
            "select",
            AskedAbout: "agency_roi_migrator"
        ),
        new(
            "C8 no grant on leaf partitions, none that passes over policies",
            """
            select c.oid::regclass::text from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
              and ((c.relispartition and has_table_privilege(@app, c.oid, 'SELECT')) or has_table_privilege(@app, c.oid, 'TRUNCATE, REFERENCES, TRIGGER'))
            """,
            "grant truncate on app.api_tokens to agency_roi_app"
        ),
        new(
            "C8b the app has no right outside its schema",
            """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname not in ('app', 'pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and c.relkind in ('r', 'p', 'v', 'm', 'S')
              and (has_schema_privilege(@app, n.oid, 'USAGE') and has_table_privilege(@app, c.oid, 'SELECT, INSERT, UPDATE, DELETE'))
            """,
            "grant usage on schema control to agency_roi_app; grant select on control.token_ids to agency_roi_app"
        ),
        new(
            "C9 the tenant is never null",
            """
            select c.oid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attnotnull
            """,
            "create table app.hole (tenant_id uuid)"
        ),
        new(
            "C10 a table with row-level security has exactly one policy for all commands",
            """
            select c.oid::regclass::text from pg_class c left join pg_policy p on p.polrelid = c.oid
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
            group by c.oid having count(*) filter (where p.polcmd = '*') <> 1 or count(p.oid) <> 1
            """,
            "create policy another on app.api_tokens for select using (true)"
        ),
        new(
            "C11 append-only tables are neither changed nor emptied by the app, but for references of erased people",
            """
            select t from unnest(array['ledger_entries', 'period_closes', 'audit_entries']) t
            where has_table_privilege(@app, to_regclass('app.' || t), 'UPDATE, DELETE')
              or exists (
                select from pg_attribute a
                where a.attrelid = to_regclass('app.' || t) and a.attnum > 0 and (t, a.attname) not in (('ledger_entries', 'unit'), ('ledger_entries', 'inputs'))
                  and has_column_privilege(@app, a.attrelid, a.attnum, 'UPDATE'))
            """,
            """
            create table if not exists app.audit_entries (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
            grant update on app.audit_entries to agency_roi_app
            """
        ),
        new(
            "No triggers and no rules: sharded tables cannot have them",
            """
            select t.tgname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = 'app'::regnamespace and not t.tgisinternal
            union all
            select r.rulename::text from pg_rewrite r join pg_class c on c.oid = r.ev_class
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
            """,
            "create rule hole as on delete to app.api_tokens do instead nothing"
        ),
        new(
            "A span of days is from_day and to_day, and ends after it begins",
            """
            select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'date'::regtype and not a.attisdropped
              and (a.attname ~ '^(starts?|begins?|ends?|first|last)_(on|day|date)$'
                or a.attname = 'to_day' and not exists (
                  select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '_(day|on) < to_day'))
            """,
            "create table app.hole (tenant_id uuid not null, id uuid not null, from_day date, to_day date, primary key (tenant_id, id))"
        ),
    ];
}
