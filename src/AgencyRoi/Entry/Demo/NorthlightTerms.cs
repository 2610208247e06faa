using AgencyRoi.Entry.Demo.Generated;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Entry.Demo;

/// <summary>
/// The people and rules of Northlight Social. Nothing here moves a figure of the two real clients: no hour is worked for them, so that they bear no part of what
/// is divided by hours, and the stricter policy begins after their last day.
/// </summary>
internal static class NorthlightTerms
{
    private static readonly DateOnly FirstYear = DemoPeriod.Days.From;
    private static readonly DateOnly SecondYear = FirstYear.AddYears(1);

    public static AgencyTerms All { get; } =
        new()
        {
            People =
            [
                new("Ines Okafor", RoleClass.Staff, "generated-ines"),
                new("Tom Brandt", RoleClass.Staff, "generated-tom"),
                new("Ruth Calder", RoleClass.Management, "generated-ruth"),
            ],
            HourlyRates =
            [
                Rate(HourlyRateKind.Labour, RoleClass.Staff, 41m, FirstYear, SecondYear),
                Rate(HourlyRateKind.Labour, RoleClass.Staff, 43.5m, SecondYear),
                Rate(HourlyRateKind.Labour, RoleClass.Management, 76m, FirstYear),
                new(HourlyRateKind.Overhead, RateLevel.Default, FirstYear, 14m, "USD", Note: Generator.Note),
            ],
            KpiDefinitions =
            [
                new(
                    "Qualified lead",
                    "Leads that sales has called once, over all leads; newsletter sign-ups are left out.",
                    FirstYear,
                    Author: "Demo generator",
                    Indicator: "leads that sales accepts"
                ),
                new(
                    "Qualified lead",
                    "Leads that sales has met, over all leads; newsletter sign-ups and students are left out.",
                    SecondYear,
                    Author: "Demo generator",
                    Indicator: "leads that sales accepts"
                ),
                new(
                    "Second sale",
                    "Customers who bought again within a year, over all who bought.",
                    FirstYear,
                    Author: "Demo generator",
                    GoalType: GoalType.Upsell
                ),
            ],
            ReportingDelays =
            [
                new(
                    FirstYear,
                    Days: 14,
                    Stream: ValueStream.WordOfMouth,
                    Note: $"Friends are asked for at the second order. {Generator.Note}"
                ),
                new(FirstYear, Days: 30, CostCategory: CostCategory.Contractor, Note: $"They bill by the month. {Generator.Note}"),
            ],
            EvidencePolicies =
            [
                new(
                    DemoPeriod.Days.To,
                    [
                        new(EvidenceGrade.A, 1m),
                        new(EvidenceGrade.B, 0.75m),
                        new(EvidenceGrade.C, 0.4m),
                        new(EvidenceGrade.D, 0.15m),
                        new(EvidenceGrade.E, 0m),
                    ],
                    $"Estimates count less from 2026 on. {Generator.Note}"
                ),
            ],
            Subscriptions =
            [
                new(Reference: "reporting-2024", Name: "Reporting suite (made up)", From: FirstYear, To: SecondYear, 2_880m, PaidBy.Agency),
                new(
                    Reference: "reporting-2025",
                    Name: "Reporting suite (made up)",
                    From: SecondYear,
                    To: DemoPeriod.Days.To,
                    3_120m,
                    PaidBy.Agency
                ),
            ],
            Allocations =
            [
                new(new DateOnly(2025, 11, 1), CostCategory.Platform, AllocationBasis.Hours),
                new(new DateOnly(2025, 12, 1), CostCategory.Platform, AllocationBasis.Hours),
            ],
            // One client is in both, and two are in none.
            ClientGroups =
            [
                new("generated-consumer", "Consumer brands", "alder-outfitters", "cosmetics-brand", "dunmore-hotels", "granite-gym"),
                new(
                    "generated-retainer",
                    "Retainer clients",
                    "alder-outfitters",
                    "brightwater-software",
                    "cobalt-machine-works",
                    "fenwick-mutual"
                ),
            ],
        };

    private static CreateHourlyRateInput Rate(HourlyRateKind kind, RoleClass role, decimal amount, DateOnly from, DateOnly? to = null) =>
        new(kind, RateLevel.Role, from, amount, "USD", to, RoleClass: role, Note: Generator.Note);
}
