using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using Npgsql;

namespace AgencyRoi.Records.Stages;

/// <summary>
/// Makes the kept steps of contacts those that their stages say, and changes the sums of funnels by the difference. Under the lock of their clients' ledgers: the
/// difference is to what is kept, which no other may change meanwhile.
/// </summary>
internal static class ContactSteps
{
    private static readonly string Change = EmbeddedSql.Read("Records.Stages.contact_steps.sql");

    /// <summary>The stages that are steps of a funnel, in their order. UNKNOWN comes before them and LOST after: nobody goes on from there.</summary>
    public static IReadOnlyList<CustomerStage> All { get; } =
    [
        CustomerStage.Reached,
        CustomerStage.Active,
        CustomerStage.Visitor,
        CustomerStage.Profiled,
        CustomerStage.Lead,
        CustomerStage.Customer,
        CustomerStage.Regular,
    ];

    /// <summary>The same, as they are stored.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(EnumCode.Of)];

    /// <summary>The statement for contacts of one client of which something else is said, or that were merged or split.</summary>
    public static void AddTo(NpgsqlBatch batch, DatabaseSession session, ClientId client, Guid[] contacts) =>
        batch.Add(Change, session.TenantId, session.Visible(client), contacts, Codes.ToArray(), NoDimension.Id);
}
