using System.Collections.Frozen;

namespace AgencyRoi.Access.Permissions;

/// <summary>
/// Members of the schema that look as if they told the agency's finances, by their names, and do not. What looks so and is neither here nor guarded fails a test.
/// </summary>
internal static class HarmlessMembers
{
    /// <summary>The reason by schema coordinate.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Read();

    private static FrozenDictionary<string, string> Read()
    {
        var members = new Dictionary<string, string>();
        Add(
            "the client's own margin on what it sells: its return stands on it",
            """
            Appearance.margin AppearanceInput.margin CareCase.margin CareCaseInput.margin Client.margin ClientFilterInput.margin ClientSortInput.margin
            CreateClientInput.margin IndirectSale.margin IndirectSaleInput.margin LeadValueInput.margin LeadValueInput.marginOfClient ReputationChange.margin
            ReputationChangeInput.margin Retention.margin RetentionInput.margin Sale.margin SaleFilterInput.margin SaleSortInput.margin
            UpdateClientInput.margin ValuationBasis.MARGIN ValueCalculation.margin ValueCalculation.marginOfClient
            """
        );
        Add(
            "a share of a count, not money",
            """
            AdvertisingFigures.clickThroughRate AdvertisingFigures.conversionRate AdvertisingFigures.saleRate Appearance.closeRate Appearance.qualifiedRate FunnelTransition.rate
            AppearanceInput.closeRate AppearanceInput.qualifiedRate AttributionReport.conversionRate CustomerValue.repeatRate Deflection.deflectionRate
            Deflection.recontactRate DeflectionInput.deflectionRate DeflectionInput.recontactRate EngagementFigures.activationRate
            EngagementFigures.amplificationRate EngagementOfPost.amplificationRate EngagementOfTopic.amplificationRate LeadValueInput.closeRate
            MessageRates.conversionRate MessageRates.responseRate OfferRates.acceptanceRate OfferRates.responseRate RateLimit.restoreRate
            Retention.discountRate RetentionInput.discountRate ValueCalculation.closeRate
            """
        );
        Add(
            "an exchange rate",
            """
            ExchangeRate.rate ExchangeRateFilterInput.rate ExchangeRateSortInput.rate LedgerEntry.rate RatesUsed.highestRate RatesUsed.lowestRate
            SetExchangeRateInput.rate SetExchangeRatePayload.exchangeRate
            """
        );
        Add(
            "facts that the agency paid for are not there for whoever may not see its finances, nor can they state one",
            """
            CorrectCostInput.paidBy CorrectToolSubscriptionInput.paidBy Cost.paidBy CostFilterInput.paidBy CostSortInput.paidBy PaidBy.AGENCY
            RecordCostInput.paidBy RecordToolSubscriptionInput.paidBy ToolSubscription.paidBy ToolSubscriptionFilterInput.paidBy
            ToolSubscriptionSortInput.paidBy
            """
        );
        Add(
            "what an hour of the client's customers or staff is worth, as whoever recorded it stated it",
            """
            ConsumerBenefit.hourlyWorth ConsumerBenefitFilterInput.hourlyWorth ConsumerBenefitSortInput.hourlyWorth CorrectConsumerBenefitInput.hourlyWorth
            Learning.hourlyCost LearningInput.hourlyCost RecordConsumerBenefitInput.hourlyWorth SolvedProblemValueInput.hourlyRate
            """
        );
        Add(
            "null, with the hours freed, where it was taken from an hourly rate of the agency",
            "ValueCalculation.hourlyRate ValueCalculation.hourlyRateOfRole"
        );
        Add("a word of a list", "CostCategory.OVERHEAD HourlyRateKind.OVERHEAD Industry.NON_PROFIT");
        Add(
            "the answer of a mutation that is for those who change the agency's finances",
            "CreateHourlyRatePayload.hourlyRate UpdateHourlyRatePayload.hourlyRate"
        );
        Add("the secret of a link, in the answer of a mutation that is for those who manage members", "IssuedInvitation.secret");
        return members.ToFrozenDictionary();

        void Add(string reason, string some)
        {
            foreach (var member in some.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                members.Add(member, reason);
        }
    }
}
