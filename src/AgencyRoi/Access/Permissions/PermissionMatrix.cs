using System.Collections.Frozen;

namespace AgencyRoi.Access.Permissions;

/// <summary>
/// The permission that each operation, group of fields and kind of file asks for, by schema coordinate: <c>Type.field</c>, <c>Type.*</c> for all fields of a type,
/// <c>Input.field</c>, <c>Enum.VALUE</c>, and <c>import NAME</c> for files. It is printed into docs/permissions.md, and every root field of the staff's schema has its line here.
/// </summary>
internal static class PermissionMatrix
{
    private static readonly FrozenDictionary<string, Permission> Lines = Read();

    /// <summary>Every line of the matrix.</summary>
    public static IReadOnlyDictionary<string, Permission> All => Lines;

    /// <summary>
    /// Root fields that every caller has, whatever their permissions: what they tell follows from the caller or is the same for all, and a token may renew itself.
    /// </summary>
    public static IReadOnlySet<string> Free { get; } = Set("Query.viewer Query.rateLimit Query.currencies Mutation.rotateApiToken");

    /// <summary>Null: the member asks for no permission of its own.</summary>
    public static Permission? Of(string coordinate) =>
        Lines.TryGetValue(coordinate, out var permission) || Lines.TryGetValue($"{coordinate.Split('.')[0]}.*", out permission)
            ? permission
            : null;

    /// <summary>The permission that a kind of file asks for besides <see cref="Permission.ImportFiles"/>.</summary>
    /// <exception cref="KeyNotFoundException">The kind has no line.</exception>
    public static Permission OfImport(string kind) => Lines[$"import {kind}"];

    private static FrozenDictionary<string, Permission> Read()
    {
        var lines = new Dictionary<string, Permission>();
        Add(
            Permission.ReadData,
            "Query",
            "client clientGroup clientGroups clients compareClients compareFunnels evidencePolicies exchangeRates forecasterScores interactionTerms kpiDefinitions networks node nodes people platformAssumptions reportingDelays"
        );
        Add(Permission.ReadData, "Subscription", "ledgerChanged");
        Add(
            Permission.RecordFacts,
            "Mutation",
            """
            cancelToolSubscription correctAudienceActivity correctAudienceAudit correctConsumerBenefit correctCost correctExperimentResult correctInteractionCount correctJourneyPath correctMention correctMessageResult correctOutcome correctRating correctSale correctSurveyAnswer
            correctTimeEntry correctToolSubscription correctTouch correctVolumeMetric recordAdEfficiency recordAppearance recordAudienceActivity recordAudienceAudit recordBacklink
            recordCareCase recordConsumerBenefit recordCost recordDeflection recordExperimentResult recordGoalForecast recordIndirectSale recordInsight recordInteractionCount recordJourneyPath recordKeywordVisits recordLearning
            recordMention recordMessageResult recordNoCostDeclaration recordOutcome recordRating recordReferral recordRefund recordRefunds recordReputationChange recordRetention
            recordSale recordSurveyAnswer recordTimeEntry recordToolSubscription recordTouch recordVolumeMetric retractAudienceActivity retractAudienceAudit retractConsumerBenefit retractCost retractExperimentResult retractInteractionCount
            retractJourneyPath retractKeywordVisits retractMention retractMessageResult retractNoCostDeclaration retractOutcome retractRating retractRefund retractSale
            retractStreamFact retractSurveyAnswer retractTimeEntry retractToolSubscription retractTouch retractVolumeMetric
            """
        );
        Add(
            Permission.RecordFacts,
            "import",
            """
            ad-efficiencies appearances audience-activity audience-audits backlinks care-cases consumer-benefits costs deflections experiment-results forecasts indirect-sales insights interactions keyword-visits learnings mentions message-results
            outcomes paths ratings referrals refunds reputation-changes retentions sales subscriptions survey-answers time-entries touches volume-metrics
            """
        );
        Add(
            Permission.RecordContacts,
            "Mutation",
            """
            correctContactAttribute correctContactLegalBasis correctContactOffer correctContactStage endContactLegalBasis mergeContacts recordContactAttribute
            recordContactLegalBasis recordContactOffer recordContactStage recordLead retractContactAttribute retractContactLegalBasis retractContactOffer
            retractContactStage splitContact
            """
        );
        Add(Permission.RecordContacts, "import", "contact-attributes contact-offers contacts legal-bases");
        Add(Permission.EraseContacts, "Mutation", "eraseContact");
        Add(
            Permission.WriteClientData,
            "Mutation",
            """
            activateGoal archiveAudienceSegment archiveProfileAttribute closeGoal createAudienceSegment createCampaign createChannel createExperiment createGoal createLeadForm
            createMessageVariant createProfileAttribute createPurpose endExperiment moveCampaign setAttributionPolicy setBudget setContactStageRuleList setGoalValue
            setKeyMetricList setKeywordPrice setProcessingNotice settleSuspectedDuplicate startAttributionRun startExperiment updateAudienceSegment updateCampaign updateChannel
            updateGoal updateLeadForm updateMessageVariant updateProfileAttribute updatePurpose
            """
        );
        Add(Permission.WriteClientData, "import", "keyword-prices");
        Add(
            Permission.WriteAgencyData,
            "Mutation",
            """
            archiveClient archiveClientGroup createClient createClientGroup createNetwork setEvidencePolicy setKpiDefinition setReportingDelay updateClient
            updateClientGroup
            """
        );
        Add(
            Permission.WriteFinances,
            "Mutation",
            "createHourlyRate createPerson recordCostAllocation retractCostAllocation setExchangeRate updateHourlyRate updatePerson"
        );
        Add(Permission.WriteFinances, "import", "exchange-rates");
        Add(
            Permission.Publish,
            "Mutation",
            "closeClientPeriod publishAttributionRun publishClientPeriod revalueClient unpublishAttributionRun unpublishClientPeriod"
        );
        Add(Permission.ManageTokens, "Query", "apiTokens");
        Add(Permission.ManageTokens, "Mutation", "createApiToken revokeApiToken revokeUnusedApiTokens");

        Add(Permission.ManageMembers, "Query", "invitations members");
        Add(Permission.ManageMembers, "Mutation", "inviteMember removeMember revokeInvitation updateMember");

        // Who the people of a client's database are is not told to anybody; what became of them is told to few.
        Add(Permission.ReadContacts, "Client", "contactByKey contacts");
        Add(Permission.ReadContacts, "AudienceSegment", "contacts");
        foreach (
            var type in Words(
                "Contact ContactAttribute ContactErasure ContactFilterInput ContactKey ContactLegalBasis ContactMerge ContactOffer ContactProfile ContactSortInput ContactStage KnownAttribute Lead"
            )
        )
            Add(Permission.ReadContacts, type, "*");

        // What the agency pays and earns itself.
        Add(Permission.ReadFinances, "Query", "costAllocations hourlyRates");
        Add(Permission.ReadFinances, "Viewpoint", "AGENCY");
        Add(Permission.ReadFinances, "Client", "agencyMargin");
        Add(Permission.ReadFinances, "AgencyMargin", "*");
        Add(Permission.ReadFinances, "HourlyRate", "*");
        Add(Permission.ReadFinances, "HourlyRateFilterInput", "*");
        Add(Permission.ReadFinances, "HourlyRateSortInput", "*");
        Add(Permission.ReadFinances, "CostAllocation", "*");
        Add(Permission.ReadFinances, "AllocatedShare", "*");
        Add(Permission.ReadFinances, "TimeEntry", "rate overheadRate");
        Add(Permission.ReadFinances, "TimeEntryFilterInput", "rateId overheadRateId");
        Add(Permission.ReadFinances, "TimeEntrySortInput", "rateId overheadRateId");
        Add(Permission.ReadFinances, "SolvedProblemValueInput", "hourlyRateOfRole");
        Add(Permission.ReadFinances, "AsReported", "document");
        return lines.ToFrozenDictionary();

        void Add(Permission permission, string owner, string members)
        {
            foreach (var member in Words(members))
                lines.Add(owner == "import" ? $"import {member}" : $"{owner}.{member}", permission);
        }
    }

    private static FrozenSet<string> Set(string members) => Words(members).ToFrozenSet();

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
