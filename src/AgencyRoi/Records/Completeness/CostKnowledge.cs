using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Records.Completeness;

/// <summary>
/// What is known of the cost of some clients in one viewpoint, by month and category. Hours are paid by the agency, so that hours without a rate are missing
/// from the agency's cost and never from the client's.
/// </summary>
internal sealed class CostKnowledge
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Completeness.cost_knowledge.sql");
    private static readonly HashSet<CostCell> Nothing = [];

    private readonly Dictionary<ClientId, HashSet<CostCell>> filled = [];
    private readonly Dictionary<ClientId, HashSet<CostCell>> declared = [];
    private readonly Dictionary<ClientId, Dictionary<CostCell, decimal>> unrated = [];

    private readonly Dictionary<ClientId, CostHistory> histories = [];

    private CostKnowledge() { }

    /// <param name="months">Whole months.</param>
    public static Task<CostKnowledge> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateRange months,
        Viewpoint viewpoint,
        CancellationToken cancellationToken
    ) => session.RunAsync(Query(session, clientIds, months, viewpoint), cancellationToken);

    /// <param name="months">Whole months.</param>
    public static BatchQuery<CostKnowledge> Query(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateRange months,
        Viewpoint viewpoint
    )
    {
        AgencyViewpoint.Check(session, viewpoint);
        return new(
            BatchCommands.Of(Sql, session.TenantId, session.Visible(clientIds), months.From, months.To, EnumCode.Of(viewpoint)),
            ReadAsync
        );
    }

    private static async Task<CostKnowledge> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var known = new CostKnowledge();
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!reader.IsDBNull(1))
                known.Add(
                    reader.GetId<ClientId>(0),
                    reader.GetFieldValue<DateOnly>(1),
                    reader.IsDBNull(2) ? default : EnumCode.Parse<CostCategory>(reader.GetString(2)),
                    reader.GetString(3),
                    reader.GetDecimal(4)
                );
        }
        return known;
    }

    /// <summary>Since when the client's cost is kept and declared.</summary>
    public CostHistory HistoryOf(ClientId clientId) => histories.GetValueOrDefault(clientId);

    public bool HasCost(ClientId clientId, CostCell cell) => filled.GetValueOrDefault(clientId)?.Contains(cell) == true;

    public decimal UnratedHours(ClientId clientId, CostCell cell) => unrated.GetValueOrDefault(clientId)?.GetValueOrDefault(cell) ?? 0m;

    public CostCompleteness Of(ClientId clientId, IReadOnlyList<DateOnly> months) =>
        new(
            months,
            filled.GetValueOrDefault(clientId) ?? Nothing,
            declared.GetValueOrDefault(clientId) ?? Nothing,
            unrated.GetValueOrDefault(clientId)?.Keys.ToHashSet() ?? Nothing
        );

    private void Add(ClientId client, DateOnly month, CostCategory category, string what, decimal hours)
    {
        var cell = new CostCell(month, category);
        switch (what)
        {
            case "FILLED":
                Of(filled, client).Add(cell);
                break;
            case "DECLARED":
                Of(declared, client).Add(cell);
                break;
            case "UNRATED":
                Of(unrated, client)[cell] = hours;
                break;
            case "FIRST":
                histories[client] = HistoryOf(client) with { FirstMonth = month };
                break;
            case "DECLARED_FROM":
                histories[client] = HistoryOf(client) with { DeclaredFrom = month };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }

    private static TCells Of<TCells>(Dictionary<ClientId, TCells> byClient, ClientId clientId)
        where TCells : new() => byClient.TryGetValue(clientId, out var cells) ? cells : byClient[clientId] = new TCells();
}
