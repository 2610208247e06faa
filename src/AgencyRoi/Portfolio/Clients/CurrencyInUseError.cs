using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>The client's currency or time zone cannot change: its ledger has entries, which would then say something else.</summary>
internal sealed record CurrencyInUseError : IUserError
{
    internal CurrencyInUseError(string field) => Path = ["input", field];

    public string Message => "The ledger has entries in this currency and time zone.";
    public ErrorCode Code => ErrorCode.CurrencyInUse;
    public IReadOnlyList<string>? Path { get; }
}
