using System.Globalization;
using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>Why an operation is refused for its price, and what its caller can do about it.</summary>
internal static class CostRefusal
{
    private const int MostPaths = 3;

    public static GraphQLError TooManyTypes { get; } =
        GraphQLError.OverLimit(LimitNames.TooManyTypes, "The operation can meet too many combinations of types to be priced.");

    public static GraphQLError Ambiguous { get; } =
        new("A list of the operation has to be given exactly one of the arguments that limit its size.") { Code = ErrorCodes.BadInput };

    /// <param name="price">With every part by itself.</param>
    /// <param name="sizes">What it was priced with.</param>
    /// <param name="maximum">What it may cost.</param>
    public static GraphQLError TooHigh(OperationPrice price, Sizes sizes, long maximum)
    {
        var cost = OperationPrice.Whole(price.Root.Of(sizes).Total);
        var heaviest = CostShare.Of(price.Root, sizes).OrderByDescending(share => share.Cost).Take(MostPaths);
        return new GraphQLError(string.Create(CultureInfo.InvariantCulture, $"The operation costs {cost} points and may cost {maximum}."))
        {
            Code = ErrorCodes.LimitExceeded,
            Extensions = new OrderedDictionary<string, object?>
            {
                [GraphQLError.LimitKey] = LimitNames.CostTooHigh,
                ["requestedQueryCost"] = cost,
                ["maximum"] = maximum,
                ["heaviest"] = heaviest.Select(share => Describe(share, price, sizes, maximum)).ToArray(),
            },
        };
    }

    private static OrderedDictionary<string, object?> Describe(CostShare share, OperationPrice price, Sizes sizes, long maximum)
    {
        var entry = new OrderedDictionary<string, object?> { ["path"] = share.Path, ["cost"] = OperationPrice.Whole(share.Cost) };
        if (LargestThatFits(share.Pages, price, sizes, maximum) is { } first)
            entry["first"] = first;
        return entry;
    }

    /// <summary>The largest <c>first</c> (or <c>last</c>) on the pages of a path with which the whole operation would pass; null: none does.</summary>
    private static int? LargestThatFits(ListSize[] pages, OperationPrice price, Sizes sizes, long maximum)
    {
        var (fits, tooLarge) = (0, (int)Math.Min(pages.Length == 0 ? 1 : pages.Max(page => page.Of(sizes.Variables)), int.MaxValue));
        while (tooLarge - fits > 1)
        {
            var tried = fits + (tooLarge - fits) / 2;
            if (price.Root.Of(sizes with { Capped = pages, Most = tried }).Total <= maximum)
                fits = tried;
            else
                tooLarge = tried;
        }
        return fits == 0 ? null : fits;
    }
}
