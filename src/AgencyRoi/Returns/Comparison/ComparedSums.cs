using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Returns.Comparison;

/// <summary>The arguments of a comparison, checked.</summary>
internal sealed record ComparisonSpecification(DateRange Days, Viewpoint Viewpoint)
{
    public required ComparisonDimension? By { get; init; }

    public required RankingRule Ranking { get; init; }

    public required bool IncludesArchived { get; init; }

    /// <summary>Whether a filter may ask what a client was.</summary>
    public required bool ReadsProfiles { get; init; }

    /// <summary>Groups of clients: those that are in none of them take no part. Null: all take part.</summary>
    public required IReadOnlyList<ClientGroupId>? ClientGroupIds { get; init; }

    /// <summary>How many rows are shown.</summary>
    public required int First { get; init; }
}

/// <summary>A client as a comparison knows it by itself.</summary>
/// <param name="Sums">In the agency's currency.</param>
internal sealed record ComparedClient(Client Client, FigureScope Scope, IReadOnlyList<KindSum> Sums)
{
    /// <summary>At the ledger's four places.</summary>
    public FourTotals Exact { get; } = FourTotals.Of(Sums.Select(sum => sum.Entries));

    /// <summary>The client as it was on the last day of the period, for a filter.</summary>
    public required Client AtTheEnd { get; init; }

    /// <summary>Cost that is known to be missing.</summary>
    public required IReadOnlyCollection<CostCell> MissingCost { get; init; }

    /// <summary>Whether the client serves no measured purpose.</summary>
    public required bool IsWithoutPurpose { get; init; }
}

/// <summary>The sums of all clients that take part, before any filter; <paramref name="Parts"/> are the same by the dimension.</summary>
internal sealed record ComparedSums(FigureScope Scope, IReadOnlyList<ComparedClient> Clients, IReadOnlyList<GroupPart> Parts)
{
    public static async Task<ComparedSums> LoadAsync(
        DatabaseSession session,
        ComparisonSpecification asked,
        CancellationToken cancellationToken
    )
    {
        var (days, viewpoint) = asked;
        var taking = session
            .Db.Set<Client>()
            .Where(client => client.Kind == ClientKind.Client && (asked.IncludesArchived || client.ArchivedAt == null));
        if (asked.ClientGroupIds is { } groups)
            taking = taking.Where(client => GroupMemberships.ClientsOf(session, groups).Contains(client.Id));
        var clients = await taking.ToListAsync(cancellationToken);
        var sums = new SumScope([.. clients.Select(client => client.Id)], days, viewpoint);
        var batch = new QueryBatch();
        // Groups are cut from sums in both currencies, as those of other figures are.
        var inAgencyCurrency = asked.By is null ? batch.Add(PeriodSums.OfAgency(session, sums)) : null;
        var inBothCurrencies = asked.By is null ? null : batch.Add(PeriodSums.Of(session, sums));
        var missing = batch.Add(UnratedHours.Query(session, sums.ClientIds, days, viewpoint));
        var purposes = batch.Add(PurposeGaps.OfClients(session, sums.ClientIds));
        await batch.RunAsync(session, cancellationToken);
        var histories =
            asked.ReadsProfiles
            || asked.By is ComparisonDimension.Industry or ComparisonDimension.BusinessModel or ComparisonDimension.ClientSize
                ? await ProfileHistories.LoadAsync(session, clients, cancellationToken)
                : [];
        var known = histories.ToDictionary(history => history.Client.Id);
        var parts = asked.By is { } dimension
            ? await new GroupParts(session, sums, histories, inBothCurrencies!.Value, asked.ClientGroupIds).ByAsync(
                dimension,
                cancellationToken
            )
            : [];
        var scope = new FigureScope(new EntryFilter(sums), session.Scope.Tenant.CurrencyCode, InAgencyCurrency: true);
        var byClient = (inAgencyCurrency?.Value ?? [.. inBothCurrencies!.Value.Select(sum => sum.OfAgency)]).ToLookup(sum => sum.ClientId);
        return new(scope, [.. clients.Select(ClientOf)], parts);

        ComparedClient ClientOf(Client client) =>
            new(client, scope.OfClient(client.Id), [.. byClient[client.Id]])
            {
                AtTheEnd = known.TryGetValue(client.Id, out var history) ? client.On(history, days.To.AddDays(-1)) : client,
                MissingCost = [.. missing.Value[client.Id]],
                IsWithoutPurpose = purposes.Value.HasClient(client.Id),
            };
    }
}
