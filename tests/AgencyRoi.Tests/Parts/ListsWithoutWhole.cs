namespace AgencyRoi.Tests.Parts;

/// <summary>Lists whose rows are no parts of a whole that is shown, each with the reason.</summary>
internal static class ListsWithoutWhole
{
    private const string Fact = "Each row is a fact as somebody gave it, at the places it was given in; no field shows a sum of them.";
    private const string Apart = "Each row stands for itself; no field shows a sum of them.";
    private const string Steps = "The cost of a contact, and steps are no parts of each other.";
    private const string Exact = "Amounts at the ledger's four places are not rounded.";

    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["ApiToken.clients"] = Apart,
        ["Client.keyMetrics"] = Apart,
        ["Client.networkTraffic"] = "A memo is what clicks would have cost, and part of no return.",
        ["CampaignFunnel.steps"] = Steps,
        ["ChannelFunnel.steps"] = Steps,
        ["Funnel.steps"] = Steps,
        ["Funnel.salesByStage"] = "Rounded together; FunnelMoneyTests adds them up.",
        ["GoalAimsConnection.nodes"] = "Targets.",
        ["GoalsConnection.nodes"] = "Targets.",
        ["Invitation.clients"] = Apart,
        ["Member.clients"] = Apart,
        ["Roi.byActionClass"] = "Value alone, under the full cost; its own test adds it up.",
        ["SocialReturn.years"] = "Each year has its own discount, and the whole is rounded once.",
        ["BudgetsConnection.nodes"] = "Budgets may lie one in another.",
        ["ClientPayback.points"] = "Each point is the sum of all months up to it.",
        ["ClientsConnection.nodes"] = Apart,
        ["ComparabilityFinding.clients"] = Apart,
        ["CostAllocationsConnection.nodes"] = Apart,
        ["ClientTwoSidedValue.byBasis"] = "Rounded together; TwoSidedValueTests adds them up.",
        ["ClientTwoSidedValue.byKind"] = "The same.",
        ["ConsumerFiguresByChannelConnection.nodes"] = "The same.",
        ["ReportedTwoSidedValue.byKind"] = "The same.",
        ["ConsumerBenefitsConnection.nodes"] = Fact,
        ["ExperimentsConnection.nodes"] = Apart,
        ["CostsConnection.nodes"] = Fact,
        ["DefinitionBreak.clients"] = Apart,
        ["FigureExplanation.inputs"] = "Value and cost of the formula: one is no part of the other.",
        ["GoalValuesConnection.nodes"] = "Prices.",
        ["HourlyRatesConnection.nodes"] = "Prices.",
        ["KeywordPricesConnection.nodes"] = "Prices.",
        ["KeywordTrafficItemsConnection.nodes"] = "Rounded together; no field shows their sum in the currency of the price.",
        ["KeywordVisitsConnection.nodes"] = "Prices.",
        ["LedgerEntriesConnection.nodes"] = Exact,
        ["EntriesConnection.nodes"] = Exact,
        ["Outcome.sameAs"] = Fact,
        ["RecordRefundsPayload.refunds"] = Fact,
        ["RefundsConnection.nodes"] = Fact,
        ["SalesConnection.nodes"] = Fact,
        ["ContactSalesConnection.nodes"] = Fact,
        ["AttributedModel.rows"] = "Rows and unattributed are rounded together; AttributionTests adds them up.",
        ["AttributionReport.bands"] = "The lowest and the highest of several models are parts of nothing.",
        ["AttributionReport.models"] = Apart,
        ["AttributionRunsConnection.nodes"] = Apart,
        ["PublishedAttribution.models"] = Apart,
        ["PublishedAttributionConnection.nodes"] = Apart,
        ["PublishedAttributionModel.rows"] = "As in the report that they are taken from.",
        ["Client.partnerSales"] = "Rounded together; no field shows their sum.",
        ["JourneyPathsConnection.nodes"] = Fact,
        ["Sale.touchCredits"] = "Rounded together to what the conversion is worth, of which no field shows the whole.",
        ["StreamFact.memos"] = "A memo is what a fact would be worth for a reason of its own, and part of no return.",
        ["ToolSubscriptionsConnection.nodes"] = Fact,
        ["Viewer.clients"] = Apart,
        ["SuspectedDuplicatesConnection.nodes"] = Apart,
    };
}
