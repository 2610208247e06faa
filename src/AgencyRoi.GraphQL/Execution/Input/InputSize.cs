using System.Globalization;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.Validation.Limits;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>How much is given to the inputs of an operation. A sum stops growing long before it overflows.</summary>
/// <param name="Terms">Comparisons of filters and keys of orders.</param>
/// <param name="Values">Items of lists, whatever they are lists of.</param>
/// <param name="Nesting">How many groups of terms lie inside one another at most.</param>
internal readonly record struct InputSize(long Terms, long Values, int Nesting)
{
    private const long Most = 1L << 40;

    public static InputSize Term { get; } = new(1, 0, 0);

    public static InputSize ListOf(int items) => new(0, items, 0);

    public static InputSize operator +(InputSize left, InputSize right) =>
        new(Math.Min(left.Terms + right.Terms, Most), Math.Min(left.Values + right.Values, Most), Math.Max(left.Nesting, right.Nesting));

    /// <summary>The same size given several times, each at that depth.</summary>
    public InputSize Given(int times, int nesting) => new(Math.Min(Terms * times, Most), Math.Min(Values * times, Most), Nesting + nesting);

    /// <summary>The error of an operation that gives more than it may; null when it does not.</summary>
    public GraphQLError? Refuse(DocumentLimits limits, DocumentNode document, OperationDefinitionNode operation)
    {
        if (Terms > limits.MaxTerms)
            return Over(LimitNames.TooManyTerms, $"The operation has more than {limits.MaxTerms} comparisons and keys of orders.");
        if (Nesting > limits.MaxTermNesting)
            return Over(LimitNames.TermsNestedTooDeep, $"A filter or an order is nested deeper than {limits.MaxTermNesting} levels.");
        return Values > limits.MaxValues
            ? Over(LimitNames.TooManyValues, $"The lists that are given to the operation have more than {limits.MaxValues} items together.")
            : null;

        GraphQLError Over(string limit, FormattableString message) =>
            GraphQLError.OverLimit(
                limit,
                message.ToString(CultureInfo.InvariantCulture),
                GraphQLError.At(document, "", operation).Locations
            );
    }
}
