using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Figures;
using NpgsqlTypes;

namespace AgencyRoi.Reports.Periods;

[ExtendObjectType<Client>]
internal static partial class ReportOfClient
{
    private static readonly string ClosingOfMonth = EmbeddedSql.Read("Reports.Periods.closing.sql");

    /// <summary>A month as it was reported when it was closed; null when it was not closed, or not in this edition.</summary>
    /// <param name="month">The first day of the month.</param>
    /// <param name="edition">Which of its closings; null: the last one.</param>
    /// <param name="viewpoint">Whose return the figures are.</param>
    public static Task<AsReported?> GetAsReportedAsync(
        [Parent("Id")] Client client,
        DateOnly month,
        OperationDatabase database,
        int? edition = null,
        Viewpoint viewpoint = Viewpoint.Client,
        CancellationToken cancellationToken = default
    )
    {
        if (month.Day != 1)
            throw BadInput.Of("A month is named by its first day.");
        return database.RunAsync((session, token) => FindAsync(session, client.Id, month, edition, viewpoint, token), cancellationToken);
    }

    private static async Task<AsReported?> FindAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        int? edition,
        Viewpoint viewpoint,
        CancellationToken cancellationToken
    )
    {
        AgencyViewpoint.Check(session, viewpoint);
        await using var command = session.Command(ClosingOfMonth).With(session.TenantId, session.Visible(clientId), month);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = edition is { } number ? number : DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var closing = new Closing(
            reader.GetInt32(0),
            reader.GetInt64(1),
            Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(2)),
            reader.GetFieldValue<DateTimeOffset>(3),
            reader.GetString(4)
        );
        return new AsReported(
            clientId,
            month,
            viewpoint,
            reader.GetString(5),
            closing,
            reader.GetFieldValue<byte[]>(6),
            AgencyViewpoint.IsOpen(session, Viewpoint.Agency)
        );
    }
}

[ExtendObjectType<AsReported>]
internal static partial class RestatedFields
{
    private static readonly string Causes = EmbeddedSql.Read("Reports.Periods.causes.sql");

    /// <summary>The month as it is today, and why it is different.</summary>
    public static Task<RestatedMonth> GetRestatedAsync(
        [Parent] AsReported reported,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var sums = await PeriodClosing.SumsOfNowAsync(session, reported.ClientId, reported.Month, token);
                return new RestatedMonth(
                    reported,
                    [.. sums.Where(sum => sum.Viewpoint == reported.Viewpoint)],
                    await CausesAsync(session, reported, token)
                );
            },
            cancellationToken
        );

    private static async Task<List<CauseSum>> CausesAsync(DatabaseSession session, AsReported reported, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Causes)
            .With(
                session.TenantId,
                session.Visible(reported.ClientId),
                EnumCode.Of(reported.Viewpoint),
                reported.Days.From,
                reported.Days.To,
                reported.Closing.Edition
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var causes = new List<CauseSum>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var sum = new EntrySum
            {
                Side = EnumCode.Parse<EntrySide>(reader.GetString(1)),
                ReturnClass = EnumCode.Parse<ReturnClass>(reader.GetString(2)),
                Basis = reader.IsDBNull(3) ? null : EnumCode.Parse<ValuationBasis>(reader.GetString(3)),
                Amount = reader.GetDecimal(5),
                Adjusted = reader.GetDecimal(6),
                Low = reader.GetDecimal(7),
                High = reader.GetDecimal(8),
            };
            causes.Add(new(EnumCode.Parse<EntryCause>(reader.GetString(0)), reader.GetInt64(4), sum));
        }
        return causes;
    }
}

[ExtendObjectType<RestatementCause>]
internal static partial class CauseFields
{
    /// <summary>The rows of the ledger that it made, by day. They sum to its amounts. Read forwards only.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "LedgerEntries", IncludeTotalCount = false)]
    public static Task<IReadOnlyList<Connection<FigureEntry>>> GetEntriesAsync(
        [Parent] List<RestatementCause> causes,
        PagingArguments paging,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => EntryPages.ReadAsync([.. causes.Select(ScopeOf)], paging, database, cancellationToken);

    private static FigureScope ScopeOf(RestatementCause cause)
    {
        var reported = cause.Reported;
        return reported.Scope with
        {
            Entries = reported.Scope.Entries with { AfterEdition = reported.Closing.Edition, Cause = cause.Cause },
        };
    }
}
