namespace AgencyRoi.Reports.Caveats;

/// <summary>A restriction of a figure that is defined. The same list stands at every figure; why there is none is told by its reason.</summary>
internal enum Caveat
{
    /// <summary>Cost is known to be missing, since hours have no rate: the return is too high.</summary>
    CostIncomplete,

    /// <summary>Nobody has said of some categories whether there was any cost, since the client's cost is declared.</summary>
    CostUndeclared,

    /// <summary>It holds days that may still change without anybody correcting anything, since their sources report late.</summary>
    Provisional,

    /// <summary>It holds amounts that were assumed: a cost that is not from a bill, or units at a value that is not from the client's books.</summary>
    AssumedInputs,

    /// <summary>Something in it began to be measured in another way inside its days: before and after are not alike.</summary>
    DefinitionChanged,

    /// <summary>Values, prices, rates or policies of facts in it have changed since they were posted: revaluing would change it.</summary>
    PendingRevaluation,

    /// <summary>It holds an outcome and a conversion that look like one fact, on which nobody has decided: it may count them twice.</summary>
    SuspectedDuplicates,

    /// <summary>
    /// A client, channel or campaign in it serves no purpose with an activated goal: the return stands, and nobody has said what for. A channel serves a
    /// purpose that it is linked to or whose goal names it, a campaign one whose goal names it, a campaign above it or one below it.
    /// </summary>
    WithoutPurpose,

    /// <summary>Outcomes in it are of a goal that counts a volume metric by the agency's decision: they are in no value.</summary>
    VolumeIndicator,
}
