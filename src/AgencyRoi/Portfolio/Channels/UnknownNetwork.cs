using AgencyRoi.GraphQL.Validation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>The refusal of a network's code that nobody has: with the codes that were meant, of those that the caller may see.</summary>
internal static class UnknownNetwork
{
    /// <summary>Null when the shared catalogue has the code.</summary>
    public static async Task<NotFoundError?> FindAsync(
        DatabaseSession session,
        string code,
        NetworkCatalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var shared = await catalogue.WithAsync([code], session, cancellationToken);
        if (shared.ContainsKey(code))
            return null;
        var own = await AgencyNetwork.Visible(session).Select(network => network.Code).ToListAsync(cancellationToken);
        var nearest = Suggestions.Sentence(Suggestions.For(code, shared.Keys.Concat(own)));
        return new(
            $"There is no such network.{nearest} The query networks lists all, and createNetwork adds one.",
            ["input", "networkCode"]
        );
    }
}
