using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>Facts of one day and place that are stored and stand in no return.</summary>
internal sealed record LeftOutFact
{
    public required ClientId ClientId { get; init; }

    public required Viewpoint Viewpoint { get; init; }

    public required ExclusionCode Code { get; init; }

    public required DateOnly Day { get; init; }

    public required string Stream { get; init; }

    /// <summary>The nil id stands for none, here and in the two that follow.</summary>
    public required Guid ChannelId { get; init; }

    public required Guid CampaignId { get; init; }

    public required Guid GoalId { get; init; }

    public required long Count { get; init; }

    /// <summary>In each of the two currencies; null when nobody knows what they come to.</summary>
    public (decimal Client, decimal Agency)? Amount { get; init; }

    /// <summary>Whether they would belong to a figure if they counted.</summary>
    public bool BelongsTo(EntryFilter figure) =>
        figure.Scope.Viewpoint == Viewpoint
        && figure.HasDay(ClientId, Day)
        && (figure.Side is null || figure.Side == (Code == ExclusionCode.HoursWithoutRate ? EntrySide.Cost : EntrySide.Value))
        && figure.Codes?.Contains(Stream) != false
        && figure.ChannelIds?.Contains(ChannelId) != false
        && figure.CampaignIds?.Contains(CampaignId) != false
        && figure.GoalIds?.Contains(GoalId) != false;
}

internal static class LeftOutFacts
{
    private static readonly string Sql = EmbeddedSql.Read("Returns.Explain.left_out.sql");

    /// <summary>Those of all figures together: one statement, and three more where amounts are to be converted.</summary>
    public static async Task<IReadOnlyList<LeftOutFact>> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<EntryFilter> figures,
        CancellationToken cancellationToken
    )
    {
        var rows = await RowsAsync(session, figures, cancellationToken);
        var priced = rows.Where(row => row.Currency is not null).Select(row => (row.Fact.ClientId, row.Fact.Day)).ToList();
        if (priced.Count == 0)
            return [.. rows.Select(row => row.Fact)];
        var context = await PostingContext.ReadAsync(session, priced, cancellationToken);
        return
        [
            .. rows.Select(row =>
                row is { Currency: { } currency, Amount: { } amount }
                && context.RatesOrError(row.Fact.ClientId, currency, row.Fact.Day, out var rates) is null
                    ? row.Fact with
                    {
                        Amount = (amount * rates.Client, amount * rates.Agency),
                    }
                    : row.Fact
            ),
        ];
    }

    private static async Task<List<(LeftOutFact Fact, string? Currency, decimal? Amount)>> RowsAsync(
        DatabaseSession session,
        IReadOnlyList<EntryFilter> figures,
        CancellationToken cancellationToken
    )
    {
        var scopes = figures.Select(figure => figure.Scope).ToList();
        foreach (var viewpoint in scopes.Select(scope => scope.Viewpoint).Distinct())
            AgencyViewpoint.Check(session, viewpoint);
        await using var command = session
            .Command(Sql)
            .With(
                session.TenantId,
                scopes.SelectMany(scope => scope.ClientIds).Distinct().ToArray(),
                scopes.Min(scope => scope.Period.From),
                scopes.Max(scope => scope.Period.To),
                scopes.Any(scope => scope.Viewpoint == Viewpoint.Agency)
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(LeftOutFact, string?, decimal?)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                (
                    new()
                    {
                        ClientId = reader.GetId<ClientId>(0),
                        Viewpoint = EnumCode.Parse<Viewpoint>(reader.GetString(1)),
                        Code = EnumCode.Parse<ExclusionCode>(reader.GetString(2)),
                        Day = reader.GetFieldValue<DateOnly>(3),
                        Stream = reader.GetString(4),
                        ChannelId = Id(5),
                        CampaignId = Id(6),
                        GoalId = Id(7),
                        Count = reader.GetInt64(9),
                    },
                    reader.IsDBNull(8) ? null : reader.GetString(8),
                    reader.IsDBNull(10) ? null : reader.GetDecimal(10)
                )
            );
        return rows;

        Guid Id(int place) => reader.IsDBNull(place) ? NoDimension.Id : reader.GetGuid(place);
    }
}
