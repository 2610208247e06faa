using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Interactions;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Interactions of a kind on a channel in a month, or in those days of it that were asked for.</summary>
/// <param name="Measured">Of those whose onward step was measured; null: of none.</param>
internal sealed record InteractionRow(
    ClientId ClientId,
    ChannelId ChannelId,
    DateOnly Month,
    InteractionKind Kind,
    decimal Quantity,
    decimal Paid,
    decimal? Measured,
    decimal Onward
)
{
    private static readonly string Sums = EmbeddedSql.Read("Reports.Engagement.interaction_sums.sql");

    public static async Task<IReadOnlyList<InteractionRow>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sums).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<InteractionRow>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.GetId<ChannelId>(1),
                    reader.GetFieldValue<DateOnly>(2),
                    EnumCode.Parse<InteractionKind>(reader.GetString(3)),
                    Quantity: reader.GetDecimal(4),
                    Paid: reader.IsDBNull(5) ? 0m : reader.GetDecimal(5),
                    Measured: reader.IsDBNull(6) ? null : reader.GetDecimal(6),
                    Onward: reader.IsDBNull(7) ? 0m : reader.GetDecimal(7)
                )
            );
        return rows;
    }

    /// <summary>Of all of them together, views left aside.</summary>
    public static InteractionSums Together(IReadOnlyCollection<InteractionRow> rows)
    {
        var acts = rows.Where(row => row.Kind.IsActive()).ToList();
        return new()
        {
            All = rows.Count == 0 ? null : acts.Sum(row => row.Quantity),
            Amplifying = acts.Where(row => row.Kind.Amplifies()).Sum(row => row.Quantity),
            Measured = acts.All(row => row.Measured is null) ? null : acts.Sum(row => row.Measured ?? 0m),
            Onward = acts.Sum(row => row.Onward),
        };
    }

    public static decimal? Views(IReadOnlyCollection<InteractionRow> rows) =>
        rows.Count == 0 ? null : rows.Where(row => row.Kind == InteractionKind.View).Sum(row => row.Quantity);
}
