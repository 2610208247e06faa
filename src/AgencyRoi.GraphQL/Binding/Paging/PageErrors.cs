using AgencyRoi.GraphQL.Errors;

namespace AgencyRoi.GraphQL.Binding.Paging;

/// <summary>Sizes of pages are refused where they are used: the other fields of the operation are answered.</summary>
internal static class PageErrors
{
    public static GraphQLException TooLarge(string message) =>
        new(
            new GraphQLError(message)
            {
                Code = ErrorCodes.BadInput,
                Extensions = new Dictionary<string, object?> { [GraphQLError.LimitKey] = LimitNames.PageTooLarge },
            }
        );
}
