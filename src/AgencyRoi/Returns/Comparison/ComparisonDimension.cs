namespace AgencyRoi.Returns.Comparison;

/// <summary>The dimension that the figures of many clients are grouped by.</summary>
internal enum ComparisonDimension
{
    /// <summary>The network of the channel, for example LINKEDIN.</summary>
    Network,

    /// <summary>The main role of the channel, as it is today.</summary>
    ChannelRole,

    /// <summary>The aim of the goal, as it is today: the type of a goal has no history.</summary>
    GoalType,

    /// <summary>Where the value comes from. Cost is not split by stream.</summary>
    Stream,

    /// <summary>How well the value is proven. Cost is not split by grade.</summary>
    Grade,

    /// <summary>What an outcome did for the person, by its latest statement. Cost is not split by it, and value of other facts is in no class.</summary>
    ActionClass,

    /// <summary>The category of cost. Value is not split by it.</summary>
    CostCategory,

    /// <summary>The client's line of business on the day of each entry.</summary>
    Industry,

    /// <summary>To whom the client sold on the day of each entry.</summary>
    BusinessModel,

    /// <summary>How large the client was on the day of each entry.</summary>
    ClientSize,

    /// <summary>The calendar month, cut to the period at its ends.</summary>
    Month,

    /// <summary>
    /// The groups that the agency makes of its clients, as they are today. A client in several counts in each, so that these groups do not add up to the totals;
    /// clients in none form a group without a key.
    /// </summary>
    ClientGroup,
}

/// <summary>The amounts that a dimension splits, so that they add up to the whole over its groups.</summary>
internal enum GroupSplit
{
    /// <summary>Cost and value of all groups add up to the whole.</summary>
    CostAndValue,

    /// <summary>The values add up; each group stands over the same full cost.</summary>
    Value,

    /// <summary>The costs add up; value does not belong to one of them, so there is no return.</summary>
    Cost,

    /// <summary>A client may be in several groups: each is a whole of its own, and they add up to nothing.</summary>
    Overlapping,
}

internal static class GroupSplits
{
    public static GroupSplit Of(ComparisonDimension dimension) =>
        dimension switch
        {
            ComparisonDimension.Stream or ComparisonDimension.Grade or ComparisonDimension.ActionClass => GroupSplit.Value,
            ComparisonDimension.CostCategory => GroupSplit.Cost,
            ComparisonDimension.ClientGroup => GroupSplit.Overlapping,
            ComparisonDimension.Network
            or ComparisonDimension.ChannelRole
            or ComparisonDimension.GoalType
            or ComparisonDimension.Industry
            or ComparisonDimension.BusinessModel
            or ComparisonDimension.ClientSize
            or ComparisonDimension.Month => GroupSplit.CostAndValue,
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
        };
}
