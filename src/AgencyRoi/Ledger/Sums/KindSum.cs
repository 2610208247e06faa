namespace AgencyRoi.Ledger.Sums;

/// <summary>The sums of the entries of one client and kind, in one currency.</summary>
internal sealed record KindSum(ClientId ClientId, EntryKind Kind, LedgerAmounts Amounts)
{
    public EntrySum Entries => EntrySum.Of(Kind, Amounts);
}
