using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using Npgsql;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>A fact by what names its unit of value.</summary>
/// <param name="Orders">Keys of orders; of a sale its own among them.</param>
/// <param name="IsDecided">Whether somebody decided that it is one with a fact that is there already.</param>
internal sealed record UnitFact(
    Guid Id,
    string ExternalReference,
    IReadOnlyList<string> Orders,
    string? Lead,
    Guid? Goal,
    bool IsDecided = false
)
{
    public static UnitFact Of(Sale sale) =>
        new(
            sale.Id,
            sale.ExternalReference,
            [.. new[] { sale.ExternalReference, sale.OrderReference }.OfType<string>()],
            sale.LeadReference,
            sale.GoalId?.Value
        );

    public static UnitFact Of(Outcome outcome) =>
        new(
            outcome.Id,
            outcome.ExternalReference,
            [.. new[] { outcome.OrderReference }.OfType<string>()],
            outcome.LeadReference,
            outcome.GoalId.Value
        );

    public static UnitFact Read(NpgsqlDataReader reader) =>
        new(
            reader.GetGuid(0),
            reader.GetString(1),
            reader.GetFieldValue<string[]>(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.IsDBNull(4) ? null : reader.GetGuid(4),
            reader.GetBoolean(5)
        );
}

/// <summary>The facts that are one unit of value with those of a person, as they are found.</summary>
internal sealed class UnitsOfPerson
{
    private readonly Dictionary<Guid, UnitFact> facts = [];
    private readonly HashSet<string> orders = new(StringComparer.Ordinal);
    private readonly HashSet<string> leads = new(StringComparer.Ordinal);
    private readonly HashSet<(Guid Goal, string Reference)> conversions = [];

    /// <summary>Whether something was found that has not been asked about.</summary>
    public bool IsGrowing { get; private set; }

    public Guid[] Ids => [.. facts.Keys];

    public (string[] Orders, string[] Leads, string[] References, Guid[] Ids) Ask()
    {
        IsGrowing = false;
        return ([.. orders], [.. leads], [.. conversions.Select(each => each.Reference)], Ids);
    }

    /// <summary>A fact that was found by what was asked: one that only has a reference in common is another goal's, and not theirs.</summary>
    public void Meet(UnitFact fact)
    {
        if (
            fact.IsDecided
            || fact.Orders.Any(orders.Contains)
            || (fact.Lead is { } lead && leads.Contains(lead))
            || (fact.Goal is { } goal && conversions.Contains((goal, fact.ExternalReference)))
        )
            Add(fact);
    }

    public void Add(UnitFact fact)
    {
        if (!facts.TryAdd(fact.Id, fact))
            return;
        IsGrowing = true;
        orders.UnionWith(fact.Orders);
        if (fact.Lead is { } lead)
            leads.Add(lead);
        if (fact.Goal is { } goal)
            conversions.Add((goal, fact.ExternalReference));
    }
}
