using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Interactions;

/// <summary>How counts of interactions come in: the words of networks are read as kinds, and what no kind can be read from is refused.</summary>
internal sealed class InteractionCountRecording() : ObservationRecording<InteractionCount, InteractionCountStatement>("interaction count")
{
    /// <summary>The kind by the word, or as it is said; null where the word is unknown and no kind is said, and where they differ.</summary>
    protected override async Task<IReadOnlyList<InteractionCountStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<InteractionCountStatement> statements,
        CancellationToken cancellationToken
    )
    {
        ChannelId[] channels = [.. statements.Where(each => each.NetworkTerm is not null).Select(each => each.ChannelId).Distinct()];
        if (channels.Length == 0)
            return statements;
        // An agency's own networks use the words of all.
        var networks = await session
            .Db.Set<Channel>()
            .Where(channel => channels.Contains(channel.Id))
            .ToDictionaryAsync(channel => channel.Id, channel => channel.NetworkCode, cancellationToken);
        return
        [
            .. statements.Select(statement =>
                statement.NetworkTerm is { } term ? statement with { Kind = KindOf(statement, term) } : statement
            ),
        ];

        InteractionKind? KindOf(InteractionCountStatement statement, string term) =>
            InteractionTerm.KindOf(networks.GetValueOrDefault(statement.ChannelId), term) is not { } meant ? statement.Kind
            : statement.Kind is { } said && said != meant ? null
            : meant;
    }

    protected override Task<Func<InteractionCountStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<InteractionCountStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    ) => Task.FromResult<Func<InteractionCountStatement, IUserError?>>(Refusal);

    private static BadInputError? Refusal(InteractionCountStatement statement) =>
        statement is { Kind: null, NetworkTerm: { } term }
            ? BadInputError.At(
                "networkTerm",
                InteractionTerm.IsKnown(term)
                    ? "On this network the word means another kind than the one that was said, or is not known: interactionTerms lists what each network's words mean. "
                        + "Correct the word or the kind."
                    : "The word is not known: say the kind beside it. interactionTerms lists those that are."
            )
            : null;
}
