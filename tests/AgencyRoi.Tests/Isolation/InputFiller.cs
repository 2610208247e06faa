using System.Globalization;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Fills inputs from their types alone, every field of them, so that a mutation added later is tried on the day it is added. When a new one refuses what
/// is made here, <see cref="ForeignWriteTests"/> says so, and this is the place to teach it.
/// </summary>
/// <param name="marker">A word in every text, to be searched for in what others are shown.</param>
/// <param name="amount">An amount that nobody else has.</param>
internal sealed class InputFiller(string marker, decimal amount)
{
    private int unique;
    private int rates;
    private string? attribute;
    private string? variant;
    private string? experiment;

    /// <param name="idOf">The id for a field, told by its name and the object that it wants.</param>
    public JsonObject Fill(InputObjectType input, Func<string, string, string> idOf)
    {
        var ids = Ids.Of(input).ToDictionary(entry => entry.Field.Name, entry => entry.Slot);
        var filled = new JsonObject();
        foreach (var field in input.Fields.Where(field => field.Name != "version"))
            filled[field.Name] = ids.TryGetValue(field.Name, out var slot)
                ? InList(field.Type, idOf(field.Name, slot))
                : Value(input, field.Name, field.Type, idOf);
        return filled;
    }

    private JsonNode? Value(InputObjectType input, string name, GraphQLType type, Func<string, string, string> idOf) =>
        type.Nullable switch
        {
            // The clock stands in January 2026, and a forecast is of what is not over.
            _ when (input.Name, name) is ("RecordGoalForecastInput", "to") => "2027-01-01",
            // No two groups of an agency have one name.
            _ when (input.Name, name) is ("CreateClientGroupInput" or "UpdateClientGroupInput", "name") => Unique(),
            // A definition is about an indicator or about a type of goals.
            _ when (input.Name, name) is ("SetKpiDefinitionInput", "goalType") => null,
            // A value is stated or calculated.
            _ when (input.Name, name) is ("SetGoalValueInput", "lead" or "solvedProblem") => null,
            // A margin and a rate are given or taken from elsewhere; what is within a value that is stated is not sent at all.
            _ when name is "marginOfClient" => false,
            _ when name is "hourlyRateOfRole" => null,
            // The first stage is no step of a funnel.
            _ when name == "contactStage" => "LEAD",
            // A target is in units or in money.
            _ when name == "targetAmount" => null,
            // A key metric that names a goal is that goal's progress.
            _ when (input.Name, name) is ("KeyMetricInput", "metric") => "GOAL_PROGRESS",
            _ when (input.Name, name) is ("KeyMetricInput", "total" or "indicator") => null,
            // The form's one field tells an address.
            _ when (input.Name, name) is ("LeadFormFieldInput", "networkCode" or "purpose") => null,
            _ when (input.Name, name) is ("FilledFieldInput", "value") => $"{Unique()}@{marker}.example",
            // Only a regular customer is made of several purchases.
            _ when (input.Name, name) is ("ContactStageRuleInput", "stage") => "LEAD",
            _ when (input.Name, name) is ("ContactStageRuleInput", "purchaseCount" or "withinDays") => null,
            // The indicator is no volume metric, and nothing is to be kept against the rule.
            _ when name == "keepVolumeIndicator" => null,
            // Goals of the first discipline may not use the first stream.
            _ when name == "discipline" => "MARKETING",
            // A token bound to shipped documents could ask none of these tests' questions.
            _ when name == "trustedDocumentsOnly" => false,
            // And one that is limited to some permissions could not try the others.
            _ when name == "scopes" => null,
            // A client that was only given something back has no return.
            _ when name == "isCredit" => false,
            // Only training and conferences are spread, and the first category is another one.
            _ when name == "spreadMonths" => null,
            // The first kind of benefits is no time.
            _ when name == "hoursSaved" => null,
            // The first model has no parameters, and a touch has one key.
            _ when input.Name == "AttributionModelInput" && name != "type" => null,
            _ when (input.Name, name) is ("RecordTouchInput" or "CorrectTouchInput", "visitorKey") => null,
            // A delay is that of a stream or of a category.
            _ when (input.Name, name) is ("SetReportingDelayInput", "costCategory") => null,
            // A rate is a person's or a role's, and no two of a person's hold on the same day: each is before the one before it.
            _ when (input.Name, name) is ("CreateHourlyRateInput", "roleClass") or ("UpdateHourlyRateInput", "to") => null,
            _ when (input.Name, name) is ("CreateHourlyRateInput", "from") => NextRateDay(),
            _ when (input.Name, name) is ("CreateHourlyRateInput", "to") => RateDay(after: 1),
            // Where any text is allowed, any text is kept.
            _ when name == "allowedValues" => new JsonArray(),
            // What is recorded of a contact is of an attribute that was made before.
            _ when (input.Name, name) is ("CreateProfileAttributeInput", "code") => First(ref attribute),
            _ when (input.Name, name) is ("CreateMessageVariantInput", "code") => First(ref variant),
            _ when (input.Name, name) is ("CreateExperimentInput", "code") => First(ref experiment),
            // The first metric is a share: it has successes, no spread, and what is expected of it lies between 0 and 1.
            _ when name is "expectedDeviation" or "deviation" or "mean" => null,
            // It is started before its results, and goes on after them.
            _ when (input.Name, name) is ("StartExperimentInput", "from") => "2025-01-01",
            // A policy has one factor for each grade.
            ListType { OfType.Unwrapped: InputObjectType { Name: "EvidenceFactorInput" } item } => OfEachGrade(item, idOf),
            ListType list => new JsonArray(Value(input, name, list.OfType, idOf)),
            EnumType choices => choices.Values[0].Name,
            InputObjectType nested => Fill(nested, idOf),
            NamedType { Name: "Boolean" } => true,
            NamedType { Name: "Decimal" } => Number(input, name),
            NamedType { Name: "Int" } => name == "edition" ? 0 : 1,
            NamedType { Name: "LocalDate" } => Day(name),
            // What happened, happened; a token ends later.
            NamedType { Name: "DateTime" } => name is "touchedAt" or "occurredAt" ? "2025-03-10T09:00:00Z" : "2027-01-01T00:00:00Z",
            NamedType { Name: "String" } => Text(name),
            var other => throw new NotSupportedException($"Nothing is known for {input.Name}.{name} of type {other}."),
        };

    private string NextRateDay()
    {
        rates++;
        return RateDay(after: 0);
    }

    private string RateDay(int after) => new DateOnly(2030, 1, 1).AddDays(after - rates).ToString("O", CultureInfo.InvariantCulture);

    private decimal Number(InputObjectType input, string name) =>
        name switch
        {
            "margin" or "expectedBaseline" or "power" or "treatedShare" => 0.5m,
            "minimumEffect" or "significance" => 0.1m,
            "searchOwedToSocialShare" or "searchOwedToAuthorityShare" => 0.25m,
            // Whose period has not ended is not lost too, and two shares of one whole are not above it.
            "engagedCensored" or "controlCensored" => 0m,
            _ when input.Name == "EstimateInput" => 0.5m,
            // Twice the amount of one client would be that of the other.
            "amount" when input.Name is not ("RecordRefundInput" or "RecordToolSubscriptionInput") => amount,
            // Several at once claim no unit that another fact claims too, so that the two may be one and are settled.
            "quantity" when input.Name == "RecordOutcomeInput" => 7m,
            _ => 1m,
        };

    private static string Day(string name) =>
        name switch
        {
            "effectiveFrom" => "2025-01-01",
            "to" => "2026-01-01",
            "cancelledFrom" => "2025-03-11",
            // A month in which nothing else is entered.
            "month" => "2025-05-01",
            _ => "2025-03-10",
        };

    private string Text(string name) =>
        name switch
        {
            "currency" or "baseCurrency" => "USD",
            "quoteCurrency" => "EUR",
            "timeZone" => "America/New_York",
            "country" => "US",
            "language" => "en",
            "networkCode" => "FACEBOOK",
            "url" or "targetPage" => $"https://{marker}.example",
            "code" => Unique().Replace('-', '_').ToUpperInvariant(),
            "externalReference" or "label" => Unique(),
            "attributeCode" or "needCode" => attribute ?? throw new NotSupportedException("Nobody made an attribute yet."),
            "variantCode" => variant ?? throw new NotSupportedException("Nobody made a variant yet."),
            "experimentCode" => experiment ?? throw new NotSupportedException("Nobody made an experiment yet."),
            "offerCode" => "OFFER",
            // Keys that are new belong to whomever the id names.
            "crmId" or "handle" or "device" => Unique(),
            "email" => $"{Unique()}@{marker}.example",
            _ => $"{marker} {name}",
        };

    // What names it later names the first.
    private string First(ref string? first)
    {
        var code = Text("code");
        first ??= code;
        return code;
    }

    private string Unique() => string.Create(CultureInfo.InvariantCulture, $"{marker}-{++unique}");

    private static JsonNode InList(GraphQLType type, string id) => type.Nullable is ListType ? new JsonArray(id) : id;

    private JsonArray OfEachGrade(InputObjectType item, Func<string, string, string> idOf)
    {
        var grades = (EnumType)item.Fields.Single(field => field.Name == "grade").Type.Unwrapped;
        var factors = new JsonArray();
        foreach (var grade in grades.Values)
        {
            var factor = Fill(item, idOf);
            factor["grade"] = grade.Name;
            factors.Add((JsonNode)factor);
        }
        return factors;
    }
}
