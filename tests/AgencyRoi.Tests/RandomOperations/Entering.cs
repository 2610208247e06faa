using System.Text.Json;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>Facts entered one after the other, each of which is taken.</summary>
internal sealed class Entering(AgencyApp app, RandomAgency agency)
{
    private readonly Dictionary<string, Handle> made = [];

    public string Client => agency.Clients[0].Id;

    /// <summary>
    /// Distinct facts, so that no order makes a correction of one; prices and refunds among them. No two are of one person and moment: which of these goes first is
    /// the order in which they come in.
    /// </summary>
    public static List<Operation> Distinct(RandomFacts facts, int count) =>
        [.. Enumerable.Range(0, 3 * count).Select(_ => facts.Any()).DistinctBy(KeyOf).DistinctBy(MomentOf).Take(count)];

    public Task<JsonElement> DoAsync(Operation operation) => app.DoAsync(agency.Agency.OwnerToken, operation.Name, operation.Input);

    public async Task<JsonElement> EnterAsync(Operation operation)
    {
        var fact = await DoAsync(operation);
        if (Handle.Of(operation, fact) is { } handle)
            made[KeyOf(operation)] = handle;
        return fact;
    }

    /// <summary>What the operation made, as it was last read.</summary>
    public Handle Made(Operation operation) => made[KeyOf(operation)];

    public Task TakeBackAsync(Operation operation) => app.DoAsync(agency.Agency.OwnerToken, operation.Retraction!, Made(operation).Input); // what was made can be taken back

    public Task<string> SumsAsync() => LedgerSumsText.OfAsync(app.Database, agency.Agency, Client);

    private static string MomentOf(Operation operation) =>
        (operation.Input["visitorKey"] ?? operation.Input["contactReference"]) is { } person
            ? $"{person} {operation.Input["touchedAt"] ?? operation.Input["occurredAt"] ?? operation.Input["occurredOn"]}"
            : KeyOf(operation);

    private static string KeyOf(Operation operation) =>
        operation.Input["externalReference"] is { } reference
            ? $"{operation.Name} {reference}"
            : $"{operation.Name} {operation.Input["keyword"]} {operation.Input["month"]}";
}
