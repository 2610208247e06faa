using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Costs;

internal sealed class CostImport() : RecordingImport<CostStatement, Cost>(CostRecording.Instance)
{
    public override string Name => "costs";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("external_reference", "The cost's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("date", "The day of the service, as 2025-12-31.", IsRequired: true),
        new("category", $"One of {string.Join(", ", EnumCode.All<CostCategory>())}.", IsRequired: true),
        new AmountColumn(
            "amount",
            "Net of tax, as 1234.50; below zero, as -25.00, it is a credit of 25.00 against the category.",
            IsRequired: true
        ),
        new("currency", "ISO 4217.", IsRequired: true),
        new("paid_by", "CLIENT (the default) or AGENCY."),
        new PartColumn<Channel, ChannelId>("channel"),
        new PartColumn<Campaign, CampaignId>("campaign"),
        new PartColumn<Goal, GoalId>("goal"),
        new("description", "At most 2000 characters."),
        new("is_assumed", "true when the amount is not from a bill; false is the default."),
        new("spread_months", "Over how many months, from its day on, it is spread by day: 2 to 60, for TRAINING and CONFERENCE."),
        new("invoice_number", "The number of the supplier's invoice, at most 100 characters."),
    ];

    protected override CostStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references)
    {
        var stated = new CostStatement
        {
            ClientId = clientId,
            ExternalReference = row.RequiredKey("external_reference"),
            Category = row.RequiredCode<CostCategory>("category"),
            OccurredOn = row.RequiredDay("date"),
            Amount = row.RequiredNumber("amount"),
            Currency = row.RequiredText("currency"),
            PaidBy = row.Code<PaidBy>("paid_by") ?? PaidBy.Client,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
            GoalId = references.Find<GoalId>(row, "goal", clientId),
            Description = row.Text("description"),
            IsAssumed = row.Flag("is_assumed") ?? false,
            SpreadMonths = row.Count("spread_months"),
            InvoiceNumber = row.Text("invoice_number"),
        };
        return stated.Amount < 0m ? stated with { Amount = -stated.Amount, IsCredit = true } : stated;
    }
}
