using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Conversions that came by one collaborator, agent or reseller.</summary>
internal sealed class PartnerSales
{
    /// <summary>The partner, as conversions name it; null: conversions that name none, or the partners after the first hundred together.</summary>
    public required string? Partner { get; init; }

    /// <summary>How many partners this row stands for, where it gathers those after the first hundred; else 0.</summary>
    public int GatheredCount { get; init; }

    /// <summary>Conversions, whether the agency's work brought them or not.</summary>
    public required decimal Conversions { get; init; }

    /// <summary>What they are worth by margin or stated value, in the client's currency, less what was paid back in the period.</summary>
    public required Money Value { get; init; }

    /// <summary>Conversions and refunds that count as worth nothing here, since their worth was not kept when they were posted.</summary>
    public required long UnvaluedCount { get; init; }
}

[ExtendObjectType<Client>]
internal static partial class PartnerSalesOfClient
{
    private const int MostRows = 100;

    private static readonly string Sums = EmbeddedSql.Read("Reports.Attribution.partner_sales.sql");

    /// <summary>The client's conversions of a period by collaborator, agent or reseller, the most value first; at most a hundred stand by themselves, the others together at the end.</summary>
    /// <param name="period">The days of the conversions and refunds.</param>
    [ListSize(AssumedSize = 20)]
    public static Task<IReadOnlyList<PartnerSales>> GetPartnerSalesAsync(
        [Parent("Id Currency")] Client client,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        return database.RunAsync((session, token) => LoadAsync(session, client, days, token), cancellationToken);
    }

    private static async Task<IReadOnlyList<PartnerSales>> LoadAsync(
        DatabaseSession session,
        Client client,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<(string? Partner, decimal Conversions, decimal Value, long Unvalued)>();
        await using var command = session.Command(Sums).With(session.TenantId, session.Visible(client.Id), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetDecimal(1), reader.GetDecimal(2), reader.GetInt64(3)));

        var shown = LargestRemainder.Round([.. rows.Select(row => row.Value)], MinorUnits.Of(client.Currency));
        var all = rows.Zip(shown, (row, value) => (row.Partner, row.Conversions, Value: value, row.Unvalued)).ToList();
        List<PartnerSales> alone =
        [
            .. all.Take(MostRows)
                .Select(row => new PartnerSales
                {
                    Partner = row.Partner,
                    Conversions = row.Conversions,
                    Value = new(row.Value, client.Currency),
                    UnvaluedCount = row.Unvalued,
                }),
        ];
        var rest = all.Skip(MostRows).ToList();
        return rest.Count == 0
            ? alone
            :
            [
                .. alone,
                new()
                {
                    Partner = null,
                    GatheredCount = rest.Count,
                    Conversions = rest.Sum(row => row.Conversions),
                    Value = new(rest.Sum(row => row.Value), client.Currency),
                    UnvaluedCount = rest.Sum(row => row.Unvalued),
                },
            ];
    }
}
