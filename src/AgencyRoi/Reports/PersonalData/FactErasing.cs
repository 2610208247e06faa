using System.Text.Json.Nodes;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.IndirectValue;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>Writes the facts of an erased person anew: what they are worth and when stays, whom they name does not. Nothing is recorded, and nothing is valued.</summary>
internal static class FactErasing
{
    private static readonly string Touches = EmbeddedSql.Read("Reports.PersonalData.erase_touches.sql");
    private static readonly string Sales = EmbeddedSql.Read("Reports.PersonalData.erase_sales.sql");
    private static readonly string Conversions = EmbeddedSql.Read("Reports.PersonalData.erase_conversions.sql");
    private static readonly string Refunds = EmbeddedSql.Read("Reports.PersonalData.erase_refunds.sql");
    private static readonly string Outcomes = EmbeddedSql.Read("Reports.PersonalData.erase_outcomes.sql");
    private static readonly string StreamFacts = EmbeddedSql.Read("Reports.PersonalData.erase_stream_facts.sql");
    private static readonly string Verdicts = EmbeddedSql.Read("Reports.PersonalData.erase_verdicts.sql");

    public static async Task EraseAsync(
        DatabaseSession session,
        ClientId client,
        ErasedFacts facts,
        ErasedTexts texts,
        ErasedJourneys journeys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        Add(
            Touches,
            facts.Touches.Select(touch => touch.Id),
            [
                facts.Touches.Select(touch => texts.Of(touch.ExternalReference)).ToArray(),
                journeys.Touches.Select(touch => touch.Key).ToArray(),
                journeys.Touches.Select(touch => touch.At.UtcDateTime).ToArray(),
            ]
        );
        Add(
            Sales,
            facts.Sales.Select(sale => sale.Id),
            [
                facts.Sales.Select(sale => texts.Of(sale.ExternalReference)).ToArray(),
                facts.Sales.Select(sale => texts.OfOptional(sale.OrderReference)).ToArray(),
                facts.Sales.Select(sale => texts.OfOptional(sale.LeadReference)).ToArray(),
                facts.Sales.Select(sale => texts.OfOptional(sale.ContactReference)).ToArray(),
            ]
        );
        Add(
            Conversions,
            journeys.Conversions.Select(sale => sale.Id),
            [journeys.Conversions.Select(sale => sale.Key).ToArray(), journeys.Conversions.Select(sale => sale.At.UtcDateTime).ToArray()]
        );
        Add(
            Refunds,
            facts.Refunds.Select(refund => refund.Id),
            [facts.Refunds.Select(refund => texts.Of(refund.ExternalReference)).ToArray()]
        );
        Add(
            Outcomes,
            facts.Outcomes.Select(outcome => outcome.Id),
            [
                facts.Outcomes.Select(outcome => texts.Of(outcome.ExternalReference)).ToArray(),
                facts.Outcomes.Select(outcome => texts.OfOptional(outcome.OrderReference)).ToArray(),
                facts.Outcomes.Select(outcome => texts.OfOptional(outcome.LeadReference)).ToArray(),
                facts.Outcomes.Select(outcome => texts.OfOptional(outcome.ContactReference)).ToArray(),
            ]
        );
        List<(StreamFact Fact, bool IsAlone)> streamFacts =
        [
            .. facts.StreamFacts.Select(fact => (fact, true)),
            .. facts.SharedStreamFacts.Select(fact => (fact, false)),
        ];
        Add(
            StreamFacts,
            streamFacts.Select(each => each.Fact.Id),
            [
                streamFacts.Select(each => each.IsAlone ? texts.Of(each.Fact.ExternalReference) : each.Fact.ExternalReference).ToArray(),
                streamFacts.Select(each => Content(each.Fact.ContentText, texts)).ToArray(),
                streamFacts.Select(each => each.IsAlone ? Evidence(each.Fact) : each.Fact.EvidenceText).ToArray(),
            ]
        );
        Add(Verdicts, facts.Sales.Select(sale => sale.Id).Concat(facts.Outcomes.Select(outcome => outcome.Id)), []);
        await batch.ExecuteNonQueryAsync(cancellationToken);

        // A list of columns, each an array: as single arguments one array of texts would itself be the list.
        void Add(string statement, IEnumerable<Guid> ids, object[] columns) =>
            batch.Add(statement, [session.TenantId, session.Visible(client), now, ids.ToArray(), .. columns]);
    }

    // The members by which facts of the streams name somebody or an order, each a text or a list of texts.
    private static string Content(string text, ErasedTexts texts)
    {
        var content = JsonNode.Parse(text)!.AsObject(); // by the table's check
        foreach (var member in new[] { "customer", "referrer", "orderReference" })
            if (content[member] is { } named)
                content[member] = texts.Of(named.GetValue<string>());
        if (content["contactReferences"] is JsonArray references)
            content["contactReferences"] = new JsonArray([
                .. references.Select(reference => (JsonNode)texts.Of(reference!.GetValue<string>())), // none is null, by the statement
            ]);
        return content.ToJsonString();
    }

    private static string Evidence(StreamFact fact) =>
        StoredJson.Write(fact.ReadEvidence().Select(item => new EvidenceItem(item.Kind, Reference: "erased")).ToList());
}
