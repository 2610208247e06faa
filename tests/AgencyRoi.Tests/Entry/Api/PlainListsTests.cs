using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>What grows is asked for by the page. A plain list of objects says here why it does not need to be.</summary>
public sealed class PlainListsTests
{
    private static readonly IReadOnlyList<Schema> Schemas = [.. SchemaCommand.Files(Modules.All).Select(file => file.Schema())];

    private static readonly Dictionary<string, string> Bounded = new(StringComparer.Ordinal)
    {
        ["The ids that are asked for, at most a hundred"] = "Query.nodes",
        ["At most ten groups to a token, an invitation or a member"] = "ApiToken.clientGroups Invitation.clientGroups Member.clientGroups",
        ["The clients that a token or a member is restricted to: at most those that an operation takes, and those of ten groups"] =
            "ApiToken.clients Invitation.clients Member.clients Viewer.clients",
        ["One for each value of an enum, or of a list that is kept with the code"] = """
            ClientComparability.evidence ClientComparability.findings ClientCoverage.gaps ComparabilityReport.findings EvidencePolicy.factors
            FigureExplanation.exclusions FigureExplanation.inputs FigureExplanation.parts LedgerEntry.inputs MonthCompleteness.categories ReportedRoi.byStream
            RestatedMonth.causes Roi.byActionClass Roi.byCostCategory Roi.byStream Roi.provisionalSources RoiTree.nodes RoiTreeNode.grades StreamFact.evidence
            StreamFact.memos StreamRoi.grades SetUpStatus.steps SetUpStepStatus.gaps Client.sentiment ClientComparability.rates
            ReferralReport.excluded CampaignFunnel.steps ChannelFunnel.steps Funnel.salesByStage Funnel.steps ClientEngagement.byKind
            ClientTwoSidedValue.byBasis ClientTwoSidedValue.byKind ReportedTwoSidedValue.byKind
            """,
        ["One for each month of the period that is asked for, which has at most fifty years, or for each of at most a thousand steps"] = """
            ClientPayback.points CostCompleteness.gaps CostCompleteness.months ReportedRoi.byMonth Roi.overTime Client.ratingByMonth
            Client.careTimesByMonth Client.promoterScoreByMonth ClientEngagement.overTime ClientEngagement.databaseOverTime
            """,
        ["At most a hundred rows, by the argument first; what is built on them"] = """
            ClientComparison.groups ClientComparison.rows ComparisonGroup.cells ComparabilityFinding.clients ComparabilityReport.clients
            ComparabilityReport.definitionBreaks CoverageReport.clients DefinitionBreak.clients Roi.definitionBreaks
            """,
        ["The parts of a return: at most a hundred by themselves, the others gathered in one, so that they sum to it"] = """
            ReportedRoi.byCampaign ReportedRoi.byChannel ReportedRoi.byGoal Roi.byCampaign Roi.byChannel Roi.byGoal Funnel.byCampaign Funnel.byChannel
            """,
        ["The models that are asked for, at most twelve"] = "AttributionReport.models PublishedAttribution.models",
        ["At most a hundred by themselves, the others gathered in one or left out"] =
            "AttributedModel.rows AttributionReport.bands Client.partnerSales PublishedAttributionModel.rows",
        ["Parts of one conversion, at most as many as it has touches"] = "Journey.credits Sale.touchCredits",
        ["At most two hundred touches"] = "JourneyPath.touches",
        ["The claims on one unit, such as an order"] = "ValueOverlap.servedBefore",
        ["One for each year that is asked for, at most thirty"] = "SocialReturn.years",
        ["One for each network that the client has a channel on"] =
            "Client.networkTraffic ClientEngagement.byNetwork AudienceDatabase.byNetwork",
        ["One for each generation of referrals that is followed, at most eleven"] = "ReferralReport.generations",
        ["Kept with the code, or a row for each deprecated member of the schema"] =
            "Query.currencies Query.interactionTerms Query.platformAssumptions ApiToken.deprecatedUse",
        ["The catalogue's and at most five hundred of an agency's own"] = "Query.networks",
        ["The ten most frequent"] = "ChannelFunnel.nextChannels",
        ["At most twenty to a channel"] = "Channel.purposes",
        ["At most fifty attributes in use to a client, with at most fifty values each"] =
            "AttributeShare.values ContactProfile.attributes ContactProfiles.attributes",
        ["At most ten conditions"] = "AudienceSegment.attributes",
        ["The hundred with most offers or messages; their whole is beside them"] =
            "MessageReport.byVariant OfferReport.byChannel OfferReport.byOffer",
        ["Made one by one by people, and few; nothing holds anybody back"] =
            "ClientPeriod.closings ClientPeriod.publications Outcome.sameAs Purpose.channels",
        ["At most fifty fields of a form"] = "LeadForm.fields",
        ["One for each purpose of five"] = "Lead.legalBases",
        ["One rule per stage of four"] = "Client.contactStageRules ContactStageRuleList.rules",
        ["At most seven, in the order in which they are shown"] = "Client.keyMetrics KeyMetricList.choices",
    };

    [Fact]
    public void A_list_of_objects_is_a_connection_or_bounded_for_a_reason()
    {
        var plain = Schemas.SelectMany(Plain).Distinct().Order(StringComparer.Ordinal);
        var named = Bounded.Values.SelectMany(names => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(named.Order(StringComparer.Ordinal), plain);
    }

    private static IEnumerable<string> Plain(Schema schema) =>
        from type in schema.Types.OfType<ObjectType>()
        where !type.Name.StartsWith("__", StringComparison.Ordinal)
        where !type.Name.EndsWith("Connection", StringComparison.Ordinal) && !type.Name.EndsWith("Payload", StringComparison.Ordinal)
        from field in type.Fields
        where field.Type.ToString()!.StartsWith('[')
        where field.Type.Unwrapped is ObjectType or InterfaceType or UnionType
        select $"{type.Name}.{field.Name}";
}
