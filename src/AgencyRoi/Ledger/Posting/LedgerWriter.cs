using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Telemetry;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Ledger.Posting;

/// <summary>The result of a posting.</summary>
/// <param name="Entries">Rows added to the ledger, reversals among them.</param>
/// <param name="Versions">The new version of each client that got entries; clients for which nothing changed are not in it.</param>
internal sealed record LedgerReceipt(int Entries, int Reversals, IReadOnlyDictionary<ClientId, long> Versions);

/// <summary>
/// The one way into the ledger. Locks the heads of the clients in order, works out what the facts change, and writes entries, claims and
/// the rollups under the same version: two round trips, whatever the number of facts.
/// </summary>
internal static class LedgerWriter
{
    private const string AdvanceHeads = """
        update app.ledger_heads set version = version + 1 where tenant_id = $1 and client_id = any($2)
        """;

    private const string RemoveClaims = """
        delete from app.claims c using unnest($2::uuid[], $3::text[], $4::uuid[], $5::int[]) as r (client_id, unit, source_id, part)
        where c.tenant_id = $1 and c.client_id = r.client_id and c.unit = r.unit and c.source_id = r.source_id and c.part = r.part
        """;

    private const string ForgetNames = """
        delete from app.claim_names n using unnest($2::uuid[], $3::text[], $4::uuid[]) as r (client_id, unit, source_id)
        where n.tenant_id = $1 and n.client_id = r.client_id and n.source_id = r.source_id and n.unit = r.unit
        """;

    private static readonly string OnClaimConflict =
        "on conflict (tenant_id, client_id, unit, source_id, part) do update set "
        + string.Join(
            ", ",
            UnitClaim
                .Columns.Names.Split(", ")
                .Except(["client_id", "unit", "source_id", "part"])
                .Select(name => $"{name} = excluded.{name}")
        );

    private static readonly string OnMonthConflict =
        "on conflict (tenant_id, client_id, month, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, method, method_version) do update set "
        + EntrySumColumns.Add;

    private static readonly string OnDayConflict =
        "on conflict (tenant_id, client_id, day, edition, viewpoint, side, line, value_stream, cost_category, grade, basis, channel_id, campaign_id, goal_id, method, method_version) do update set "
        + EntrySumColumns.Add;

    private static readonly string OnYearToDateConflict =
        "on conflict (tenant_id, viewpoint, month, client_id, kind) do update set " + EntrySumColumns.Add;

    private const string OnTermsConflict =
        "on conflict (tenant_id, client_id, day, source_kind, viewpoint, kind, channel_id, campaign_id, goal_id, method, method_version, currency, client_rate, agency_rate, unit_price, factor) do update set standing = m.standing + excluded.standing";

    /// <summary>Gives a new client its head. Called once, in the transaction that makes the client.</summary>
    public static async Task OpenAsync(DatabaseSession session, ClientId clientId, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command("insert into app.ledger_heads (tenant_id, client_id) values ($1, $2)")
            .With(session.TenantId, clientId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Posts facts of one or many clients in the session's transaction, which the caller commits. A revision that is posted already
    /// changes nothing; a newer one reverses what the older one left and posts anew.
    /// </summary>
    /// <param name="recordedBy">Who caused it, for people to read; at most 200 characters.</param>
    /// <exception cref="ArgumentException">A fact stands twice among the postings.</exception>
    public static async Task<LedgerReceipt> PostAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        string recordedBy,
        CancellationToken cancellationToken
    )
    {
        if (postings.DistinctBy(posting => (posting.ClientId, posting.SourceId)).Count() < postings.Count)
            throw new ArgumentException("A fact stands twice among the postings.", nameof(postings));
        if (postings.Count == 0)
            return new(0, 0, new Dictionary<ClientId, long>());

        var state = await LedgerState.LockAsync(session, postings, cancellationToken);
        var plan = PostingPlan.Of(state, postings, recordedBy);
        await WriteAsync(session, plan, cancellationToken);
        return new(plan.Entries.Count, plan.Entries.Count(entry => entry.ReversesVersion is not null), plan.Versions);
    }

    /// <summary>
    /// Posts the differences of facts that are worth something else by the terms of now: a reversal and a new entry each, in the edition of now.
    /// Facts whose worth is what the ledger holds change nothing.
    /// </summary>
    /// <param name="postings">Facts at the revision that is posted, valued again.</param>
    /// <param name="mayPost">Whether the rows may be added; otherwise nothing is.</param>
    /// <returns>The rows.</returns>
    public static async Task<IReadOnlyList<LedgerEntry>> RevalueAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        string recordedBy,
        Func<IReadOnlyList<LedgerEntry>, bool> mayPost,
        CancellationToken cancellationToken
    )
    {
        if (postings.Count == 0)
            return [];
        var plan = PostingPlan.OfRevaluation(await LedgerState.LockAsync(session, postings, cancellationToken), postings, recordedBy);
        if (mayPost(plan.Entries))
            await WriteAsync(session, plan, cancellationToken);
        return plan.Entries;
    }

    /// <summary>The rows that <see cref="RevalueAsync"/> would add now. Nothing is locked and nothing is written.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> PreviewAsync(
        DatabaseSession session,
        IReadOnlyList<FactPosting> postings,
        CancellationToken cancellationToken
    ) =>
        postings.Count == 0
            ? []
            : PostingPlan
                .OfRevaluation(await LedgerState.LookAsync(session, postings, cancellationToken), postings, session.Scope.Actor)
                .Entries;

    /// <summary>
    /// Decides anew what some facts get of their units, after somebody found them to be one with others or took that back: their worth stays as it is posted.
    /// </summary>
    /// <param name="facts">With the names that they give their units now; facts that claim nothing change nothing.</param>
    public static async Task RegroupAsync(
        DatabaseSession session,
        IReadOnlyList<NamedFact> facts,
        string recordedBy,
        CancellationToken cancellationToken
    )
    {
        var plan = PostingPlan.OfDecision(await LedgerState.LockAsync(session, facts, cancellationToken), facts, recordedBy);
        await WriteAsync(session, plan, cancellationToken);
    }

    private static async Task WriteAsync(DatabaseSession session, PostingPlan plan, CancellationToken cancellationToken)
    {
        var tenant = session.TenantId;
        await using var batch = session.Batch();
        if (plan.Entries.Count > 0)
        {
            batch.Add(AdvanceHeads, tenant, plan.Versions.Keys.ToArray());
            batch.BatchCommands.Add(LedgerEntryRow.Columns.Insert("app.ledger_entries", tenant, plan.Entries));
            foreach (var (client, version) in plan.Versions)
                session.NotifyAfterCommit(LedgerNotice.Of(tenant, client, version));
        }
        if (plan.RemovedClaims.Count > 0)
            batch.Add(
                RemoveClaims,
                tenant,
                plan.RemovedClaims.Select(claim => claim.Whole.ClientId).ToArray(),
                plan.RemovedClaims.Select(claim => claim.Whole.Unit).ToArray(),
                plan.RemovedClaims.Select(claim => claim.Claim.SourceId).ToArray(),
                plan.RemovedClaims.Select(claim => claim.Claim.Part).ToArray()
            );
        if (plan.ChangedClaims.Count > 0)
            batch.BatchCommands.Add(UnitClaim.Columns.Insert("app.claims", tenant, [.. plan.ChangedClaims], OnClaimConflict));
        WriteNames(batch, tenant, plan);
        if (plan.Entries.Count > 0)
        {
            batch.BatchCommands.Add(
                RollupRow.MonthColumns.Insert("app.ledger_months as m", tenant, RollupRow.Months(plan.Entries), OnMonthConflict)
            );
            batch.BatchCommands.Add(
                RollupRow.DayColumns.Insert("app.ledger_days as m", tenant, RollupRow.Days(plan.Entries), OnDayConflict)
            );
            batch.BatchCommands.Add(
                YearToDateRow.Columns.Insert("app.ledger_year_to_date as m", tenant, YearToDateRow.Of(plan.Entries), OnYearToDateConflict)
            );
            batch.BatchCommands.Add(TermsRow.Columns.Insert("app.ledger_terms as m", tenant, TermsRow.Of(plan.Entries), OnTermsConflict));
        }
        if (batch.BatchCommands.Count == 0)
            return;
        using (ProductSpans.Posting(plan.Entries.Count))
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void WriteNames(NpgsqlBatch batch, AgencyId tenant, PostingPlan plan)
    {
        if (plan.ForgottenNames is { Count: > 0 } forgotten)
            batch.Add(
                ForgetNames,
                tenant,
                forgotten.Select(claim => claim.ClientId).ToArray(),
                forgotten.Select(claim => claim.Unit).ToArray(),
                forgotten.Select(claim => claim.SourceId).ToArray()
            );
        if (plan.NewNames is { Count: > 0 } rows)
            batch.BatchCommands.Add(ClaimName.Columns.Insert("app.claim_names", tenant, rows));
    }
}
