using AgencyRoi.Platform;

namespace AgencyRoi.Returns.Totals;

/// <summary>
/// Cost and the four totals of something, as the ledger has them now or as they were reported: a client, a channel, a month, several clients together.
/// One fragment on it reads them all.
/// </summary>
[Portal]
[InterfaceType("ReturnTotals")]
internal interface IReturnTotals
{
    /// <summary>All that was spent.</summary>
    Money Cost { get; }

    /// <summary>The value that the channels caused by themselves.</summary>
    IReturnFigure Direct { get; }

    /// <summary>And what they helped to bring about and another one closed.</summary>
    IReturnFigure DirectAndAssisted { get; }

    /// <summary>All value, assisted value, indirect value and cost avoided counted by the strength of their evidence.</summary>
    IReturnFigure Adjusted { get; }

    /// <summary>All value as it was measured or stated.</summary>
    IReturnFigure Unadjusted { get; }

    /// <summary>
    /// What was saved and not earned, whole: what unpaid visits, links, studies or training would have cost to buy. A part of the adjusted total, by the
    /// strength of its evidence, and of the unadjusted total; of neither other total.
    /// </summary>
    ICostAvoidedFigure CostAvoided { get; }
}

/// <summary>A total of the four over the full cost, with its return on investment.</summary>
[Portal]
[InterfaceType("ReturnFigure")]
internal interface IReturnFigure
{
    /// <summary>The return.</summary>
    Money Value { get; }

    /// <summary>The value at the low end of its parts: the sum of their lows, as if all erred together.</summary>
    Money Low { get; }

    /// <summary>The value at the high end of its parts: the sum of their highs, as if all erred together.</summary>
    Money High { get; }

    /// <summary>Value less cost, as both are shown.</summary>
    Money Net { get; }

    /// <summary>(value - cost) x 100 / cost, in percent with six places, made from sums. Null when it is not defined: the reason says why.</summary>
    decimal? RoiPercent { get; }

    /// <summary>Why there is no return on investment. Null: there is one.</summary>
    UndefinedReason? UndefinedReason { get; }
}

/// <summary>Value by the price of what did not have to be bought. It is no return: money that was not spent is not money that came in.</summary>
[Portal]
[InterfaceType("CostAvoidedFigure")]
internal interface ICostAvoidedFigure
{
    /// <summary>The whole amount, whatever the strength of its evidence.</summary>
    Money Value { get; }

    /// <summary>The sum of the lows of its parts.</summary>
    Money Low { get; }

    /// <summary>The sum of the highs of its parts.</summary>
    Money High { get; }
}
