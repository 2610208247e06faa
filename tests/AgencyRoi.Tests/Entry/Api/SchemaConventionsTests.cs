using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>What holds for every type of both schemas, so that who knows one part of the API knows the others.</summary>
public sealed class SchemaConventionsTests
{
    private static readonly IReadOnlyList<Schema> Schemas = [.. SchemaCommand.Files(Modules.All).Select(file => file.Schema())];

    // Versions, editions, ranks, generations, years and scores are ordinal; days and months are spans of time; the points of the rate limit are named as GitHub's are.
    private static readonly string[] NumbersThatCountNothing =
    [
        "agencyPoints",
        "agencyPointsPerSecond",
        "best",
        "bestRank",
        "callerPoints",
        "callerPointsPerSecond",
        "cost",
        "days",
        "edition",
        "horizonMonths",
        "horizonPeriods",
        "ledgerVersion",
        "limit",
        "listSize",
        "lookBackDays",
        "maxAliases",
        "maxBodyBytes",
        "maxDepth",
        "maxRootFields",
        "maxSockets",
        "maxStreams",
        "maxUploadBytes",
        "maxValues",
        "methodVersion",
        "methodVersions",
        "number",
        "operationPoints",
        "order",
        "outOf",
        "publishedEdition",
        "rampUpMonths",
        "rank",
        "remaining",
        "restoreRate",
        "revision",
        "rowsPerPoint",
        "score",
        "sourceRevision",
        "spreadMonths",
        "version",
        "withinDays",
        "worst",
        "worstRank",
        "year",
    ];

    // Who and what there is; facts, observations and contents of streams; figures; what GraphQL itself is made of.
    private const string NounsOfTheirOwn = """
        Agency Budget Campaign Channel Client Contact Currency Discipline Experiment Funnel Goal Industry Invitation Journey Member Network Person Purpose Viewer
        Appearance Backlink Cost Deflection Insight Lead Learning Mention Outcome Rating Referral Refund Retention Sale Touch
        Caveat Estimate Money Period Revaluation Roi Viewpoint
        Error Mutation Node Query Subscription
        """;

    // Quantities, shares, rates of exchange, days and stars.
    private static readonly string[] NumbersBesideACurrency =
    [
        "AdEfficiency.isolation",
        "AdEfficiency.unitsAfter",
        "AdEfficiency.unitsBefore",
        "Appearance.attendees",
        "Appearance.closeRate",
        "Appearance.influencedShare",
        "Appearance.margin",
        "Appearance.qualifiedRate",
        "Appearance.sourcedShare",
        "Backlink.monthlySurvival",
        "Backlink.quantity",
        "CareCase.auditInauthentic",
        "CareCase.auditSample",
        "CareCase.customerShare",
        "CareCase.fairness",
        "CareCase.hoursToAnswer",
        "CareCase.hoursToResolution",
        "CareCase.retentionGain",
        "CareCase.retentionLost",
        "CareCase.seenShare",
        "CareCase.sentimentAfter",
        "CareCase.sentimentBefore",
        "CareCase.targetHours",
        "CareCase.witnessAudience",
        "Client.margin",
        "ConsumerBenefit.hoursSaved",
        "ConsumerBenefit.hoursSpent",
        "ConsumerBenefit.peopleCount",
        "Deflection.contacts",
        "Deflection.deflectionRate",
        "Deflection.recontactRate",
        "IndirectSale.allVisits",
        "IndirectSale.margin",
        "IndirectSale.reportedShare",
        "IndirectSale.visits",
        "Insight.change",
        "Insight.confidence",
        "Insight.isolation",
        "Insight.months",
        "JourneyPath.conversions",
        "JourneyPath.nulls",
        "Learning.hours",
        "Learning.uses",
        "RatesUsed.highestRate",
        "RatesUsed.lowestRate",
        "Referral.onlyBecauseShare",
        "ReputationChange.margin",
        "ReputationChange.ownElasticity",
        "ReputationChange.starsAfter",
        "ReputationChange.starsBefore",
        "Retention.controlCensored",
        "Retention.controlCustomers",
        "Retention.controlLost",
        "Retention.discountRate",
        "Retention.engagedCensored",
        "Retention.engagedCustomers",
        "Retention.engagedLost",
        "Sale.margin",
        "Sale.quantity",
    ];

    // The public part of a token's text.
    private static readonly string[] IdsOfNoObject = ["ApiToken.tokenId"];

    /// <summary>One fragment reads cost and the four totals of whatever has them.</summary>
    [Theory]
    [InlineData("ReturnTotals", 17)]
    [InlineData("ReturnFigure", 2)]
    public void What_has_the_fields_of_an_interface_implements_it(string name, int implementations)
    {
        foreach (var schema in Schemas)
        {
            var shared = (InterfaceType)schema.FindType(name)!;
            var having = Objects(schema).Where(type => shared.Fields.All(field => Has(type, field))).ToList();
            Assert.All(
                having,
                type => Assert.True(type.Interfaces.Contains(shared), $"{type} has all of {shared} and does not implement it.")
            );
        }
        Assert.Equal(implementations, Objects(Schemas[0]).Count(type => type.Interfaces.Any(implemented => implemented.Name == name)));
    }

    /// <summary>A whole number is a count and says of what, or one of the few measures that are none.</summary>
    [Fact]
    public void A_count_ends_in_count()
    {
        var others = Fields()
            .Where(field => field.Type.Unwrapped.Name is "Int" or "Long")
            .Select(field => field.Name)
            .Where(name => !name.EndsWith("Count", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(NumbersThatCountNothing.Order(StringComparer.Ordinal), others);
    }

    /// <summary>A type leads to an object and not to its id: who wants the id asks <c>client { id }</c>, which costs no statement.</summary>
    [Fact]
    public void No_field_is_the_id_of_another_object()
    {
        var ids =
            from schema in Schemas
            from type in schema.Types.OfType<ComplexType>()
            from field in type.Fields
            where field.Name != "id" && (field.Type.Unwrapped.Name == "ID" || IsIdByName(field.Name))
            select $"{type.Name}.{field.Name}";

        Assert.Equal(IdsOfNoObject, ids.Distinct());
    }

    /// <summary>A percentage says so in its name, and nothing else does; neither it nor an amount is a floating number.</summary>
    [Fact]
    public void A_percentage_is_a_decimal_that_ends_in_percent()
    {
        Assert.DoesNotContain(Fields(), field => field.Type.Unwrapped.Name == "Float");
        Assert.All(
            Fields().Where(field => field.Name.Contains("percent", StringComparison.OrdinalIgnoreCase)),
            field => Assert.True(field.Type.Unwrapped.Name == "Decimal" && IsPercentage(field.Name), field.Name)
        );
        Assert.All(
            Fields().Where(field => field.Name.EndsWith("Share", StringComparison.Ordinal)),
            field => Assert.True(field.Type.Unwrapped.Name is "Decimal" or "Estimate" or "EngagementRatio", field.Name)
        );
    }

    /// <summary>What stands beside a currency and is a bare number is none of money: an amount that is shown has its currency with it.</summary>
    [Fact]
    public void An_amount_is_money()
    {
        var bare =
            from schema in Schemas
            from type in Objects(schema)
            where type.Name != "Money" && type.Fields.Any(field => field.Name is "currency" or "currencyCode")
            from field in type.Fields
            where field.Type.Unwrapped.Name is "Decimal" or "Estimate"
            select $"{type.Name}.{field.Name}";

        Assert.Equal(NumbersBesideACurrency.Order(StringComparer.Ordinal), bare.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>A type of one word is a thing that the glossary or the trade knows by that word; anything else says what it is of.</summary>
    [Fact]
    public void A_name_of_one_word_is_a_noun_of_its_own()
    {
        var single = Schemas
            .SelectMany(schema => schema.Types)
            .Where(type =>
                type is ObjectType or InterfaceType or UnionType or EnumType && !type.Name.StartsWith("__", StringComparison.Ordinal)
            )
            .Select(type => type.Name)
            .Where(name => !name.Skip(1).Any(char.IsUpper));

        Assert.Equal(
            NounsOfTheirOwn.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            single.Distinct().Order(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// A role may be refused one day what people cost, what is charged and what the agency keeps: such a field may be null from the start, so that
    /// a refusal is no break and takes nothing beside it along.
    /// </summary>
    [Theory]
    [InlineData("AgencyMargin", "revenue cost overheadCost profit profitBeforeOverhead marginPercent marginPercentBeforeOverhead")]
    [InlineData("AllocatedShare", "amount")]
    [InlineData("Appearance", "margin")]
    [InlineData("CareCase", "margin")]
    [InlineData("Client", "agencyMargin margin roi")]
    [InlineData("Cost", "amount")]
    [InlineData("CostAllocation", "pool allocated unallocated")]
    [InlineData("CostCategoryPart", "cost costShare")]
    [InlineData("HourlyRate", "perHour")]
    [InlineData("IndirectSale", "margin")]
    [InlineData("Learning", "hourlyCost courseFee")]
    [InlineData("LedgerEntry", "amount adjustedAmount originalAmount")]
    [InlineData("Referral", "lifetimeValue")]
    [InlineData("ReputationChange", "margin")]
    [InlineData("Query", "compareClients")]
    [InlineData("Retention", "margin countedAlready")]
    [InlineData("Sale", "margin")]
    [InlineData("TimeEntry", "rate overheadRate")]
    [InlineData("ToolSubscription", "amount cancelledAmount")]
    public void What_a_role_may_be_refused_later_may_be_null(string type, string fields)
    {
        var owner = (ObjectType)Schemas[0].FindType(type)!;
        foreach (var name in fields.Split(' '))
            Assert.False(owner.Fields[name]!.Type.ToString()!.EndsWith('!'), $"{type}.{name} cannot be null.");
    }

    // Before overhead is a second percentage of the same thing.
    private static bool IsPercentage(string name) =>
        name.EndsWith("Percent", StringComparison.Ordinal) || name == "marginPercentBeforeOverhead";

    private static bool IsIdByName(string name) =>
        name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);

    private static IEnumerable<FieldDefinition> Fields() => Schemas.SelectMany(Objects).SelectMany(type => type.Fields);

    // A field under the same name that leads to something else, such as exact amounts in place of figures, is no such field.
    private static bool Has(ComplexType type, FieldDefinition wanted) =>
        type.Fields[wanted.Name] is { } field
        && (
            wanted.Type.Unwrapped is InterfaceType shared
                ? field.Type.Unwrapped is ComplexType found && shared.Fields.All(inner => Has(found, inner))
                : field.Type.Unwrapped == wanted.Type.Unwrapped
        );

    private static IEnumerable<ObjectType> Objects(Schema schema) =>
        schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));
}
