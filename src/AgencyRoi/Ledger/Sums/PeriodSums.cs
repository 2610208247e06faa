using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Sums;

/// <summary>
/// Sums of a period by client and kind of entry, to be sent with other queries. Whole months come from the years to date, and the days around them, where
/// there are some, from the days.
/// </summary>
internal static class PeriodSums
{
    private static readonly string AnyMonths = EmbeddedSql.Read("Ledger.Sums.period_sums.sql");
    private static readonly string YearToDate = EmbeddedSql.Read("Ledger.Sums.year_to_date.sql");
    private static readonly string AgencyAnyMonths = EmbeddedSql.Read("Ledger.Sums.agency_period_sums.sql");
    private static readonly string AgencyYearToDate = EmbeddedSql.Read("Ledger.Sums.agency_year_to_date.sql");

    public static BatchQuery<IReadOnlyList<LedgerSum>> Of(DatabaseSession session, SumScope scope)
    {
        var (months, years) = Check(session, scope);
        var (tenant, clients, viewpoint) = (session.TenantId, session.Visible(scope.ClientIds), EnumCode.Of(scope.Viewpoint));
        return new(
            years.IsOne && months == scope.Period
                ? BatchCommands.Of(YearToDate, tenant, clients, viewpoint, years.Counted[0])
                : BatchCommands.Of(
                    AnyMonths,
                    [tenant, clients, viewpoint, scope.Period.From, scope.Period.To, months.From, months.To, years.Counted, years.Less]
                ),
            (reader, cancellationToken) => ReadAsync(reader, Row, cancellationToken)
        );
    }

    /// <summary>
    /// Of all clients that the session sees, among them those of the scope, in the agency's currency alone: half of what is read, and no list of ids to be looked
    /// up one by one.
    /// </summary>
    public static BatchQuery<IReadOnlyList<KindSum>> OfAgency(DatabaseSession session, SumScope scope)
    {
        var (months, years) = Check(session, scope);
        var (tenant, clients, viewpoint) = (session.TenantId, session.VisibleOrAll(), EnumCode.Of(scope.Viewpoint));
        return new(
            years.IsOne && months == scope.Period
                ? BatchCommands.Of(AgencyYearToDate, tenant, clients, viewpoint, years.Counted[0])
                : BatchCommands.Of(
                    AgencyAnyMonths,
                    [
                        tenant,
                        clients,
                        viewpoint,
                        scope.Period.From,
                        scope.Period.To,
                        months.From,
                        months.To,
                        years.Counted,
                        years.Less,
                        session.Visible(scope.ClientIds),
                    ]
                ),
            (reader, cancellationToken) => ReadAsync(reader, AgencyRow, cancellationToken)
        );
    }

    private static (DateRange Months, YearsToDate Years) Check(DatabaseSession session, SumScope scope)
    {
        AgencyViewpoint.Check(session, scope.Viewpoint);
        var months = scope.Period.AroundWholeMonths().Months;
        return (months, YearsToDate.Of(months));
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    private static LedgerSum Row(NpgsqlDataReader reader) =>
        new(
            reader.GetId<ClientId>(0),
            EntryKindCode.Parse(reader.GetString(1)),
            DimensionId: null,
            BucketStart: null,
            EntrySumsRow.Read(reader, 2)
        );

    private static KindSum AgencyRow(NpgsqlDataReader reader) =>
        new(reader.GetId<ClientId>(0), EntryKindCode.Parse(reader.GetString(1)), EntrySumsRow.Amounts(reader, 2));
}
