namespace AgencyRoi.Ledger.Entries;

/// <summary>Why a row of the ledger was written. In a month that was closed before, it is why the month is not what was reported.</summary>
internal enum EntryCause
{
    /// <summary>A fact was recorded: after a closing, a late one.</summary>
    NewFact,

    /// <summary>A fact was stated anew.</summary>
    CorrectedFact,

    /// <summary>A fact was taken back.</summary>
    RetractedFact,

    /// <summary>A stronger claim on the same unit came or went: what it took was cut, or given back.</summary>
    Claim,

    /// <summary>Restated: another exchange rate holds on the fact's day.</summary>
    ExchangeRate,

    /// <summary>Restated: another value or price holds on the fact's day.</summary>
    Value,

    /// <summary>Restated: another policy of the agency holds on the fact's day, such as its evidence factors.</summary>
    Policy,

    /// <summary>Restated: other terms hold, or several of these at once, such as grade, channel and method.</summary>
    Terms,
}
