using AgencyRoi.Channels;
using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Facts;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Listening;

/// <summary>As somebody states it, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal sealed record RatingDraft(
    Guid ClientId,
    string ExternalReference,
    DateOnly OccurredOn,
    string Place,
    decimal Stars,
    bool IsSpam,
    string? Url,
    Guid? ChannelId
)
{
    public void Check(InputChecks checks)
    {
        checks.Day(OccurredOn, "occurredOn");
        checks.Text(ExternalReference, "externalReference");
        checks.Text(Place, "place");
        checks.Quantity(Stars, "stars");
        checks.Require(Stars <= 5, "stars", "A rating has five stars at most.");
        checks.Url(Url);
    }
}

/// <summary>Somebody rated a place or product of the client. An observation: it is worth no money by itself.</summary>
[TenantOwned]
[Node]
internal sealed class Rating : IVersioned
{
    private Rating() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public Guid ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>What was rated.</summary>
    public string Place { get; private set; } = "";

    /// <summary>From 0 to 5.</summary>
    public decimal Stars { get; private set; }

    /// <summary>Deleted, made up or bought: counted apart, and in no mean.</summary>
    public bool IsSpam { get; private set; }

    /// <summary>Where it is found, https:// or http://.</summary>
    public string? Url { get; private set; }

    /// <summary>The client's channel that it was given on; null: none.</summary>
    [ID<Channel>]
    public Guid? ChannelId { get; private set; }

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>Goes up with each change.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public static Rating Record(Guid tenantId, RatingDraft draft, DateTimeOffset now)
    {
        var made = new Rating
        {
            TenantId = tenantId,
            ClientId = draft.ClientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = draft.ExternalReference,
            CreatedAt = now,
        };
        made.Take(draft, now);
        return made;
    }

    /// <summary>False: that is what it says already.</summary>
    public bool Revise(RatingDraft draft, DateTimeOffset now)
    {
        if (new RatingDraft(ClientId, ExternalReference, OccurredOn, Place, Stars, IsSpam, Url, ChannelId) == draft)
            return false;
        Take(draft, now);
        return true;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Rating>(row =>
        {
            row.ToTable("ratings", "app");
            row.HasTenantKey();
            row.Property(each => each.Stars).HasPrecision(6, 4);
            row.RefersTo<Rating, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Rating, Channel>(each => each.ChannelId);
        });

    private void Take(RatingDraft draft, DateTimeOffset now)
    {
        OccurredOn = draft.OccurredOn;
        Place = draft.Place;
        Stars = draft.Stars;
        IsSpam = draft.IsSpam;
        Url = draft.Url;
        ChannelId = draft.ChannelId;
        UpdatedAt = now;
    }
}

internal static class RatingIntake
{
    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<Rating>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<RatingDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var clients = drafts.Select(draft => draft.ClientId).Distinct().ToList();
        var references = drafts.Select(draft => draft.ExternalReference).ToList();
        var mine = await session
            .Db.Set<Client>()
            .Where(client => clients.Contains(client.Id))
            .Select(client => client.Id)
            .ToListAsync(cancellationToken);
        var known = await session
            .Db.Set<Rating>()
            .Where(row => clients.Contains(row.ClientId) && references.Contains(row.ExternalReference))
            .ToDictionaryAsync(row => (row.ClientId, row.ExternalReference), cancellationToken);
        FactResult<Rating>[] results = [.. drafts.Select(Take)];
        return await session.TrySaveAsync(cancellationToken) is { } refused
            ? [.. drafts.Select(_ => FactResult<Rating>.Refused(refused))]
            : results;

        FactResult<Rating> Take(RatingDraft draft)
        {
            if (!mine.Contains(draft.ClientId))
                return FactResult<Rating>.Refused(NotFoundError.Of("client", "clientId"));
            if (known.TryGetValue((draft.ClientId, draft.ExternalReference), out var row))
                return new(row.Revise(draft, now) ? FactChange.Updated : FactChange.Unchanged, row, null);
            session.Db.Add(row = Rating.Record(session.TenantId, draft, now));
            return new(FactChange.Created, row, null);
        }
    }
}

/// <summary>A rating of the client.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="OccurredOn">The day, in the client's time zone.</param>
/// <param name="Place">What was rated.</param>
/// <param name="Stars">From 0 to 5.</param>
/// <param name="IsSpam">Deleted, made up or bought: counted apart, and in no mean.</param>
/// <param name="Url">Where it is found, https:// or http://.</param>
/// <param name="ChannelId">The client's channel that it was given on; null: none.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
internal sealed record RecordRatingInput(
    [property: ID<Client>] Guid ClientId,
    DateOnly OccurredOn,
    string Place,
    decimal Stars,
    bool IsSpam = false,
    string? Url = null,
    [property: ID<Channel>] Guid? ChannelId = null,
    string? ExternalReference = null
);

[MutationType]
internal static class RecordRating
{
    /// <summary>Records a rating. It moves the mean of its month and no return; safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<Rating>> RecordRatingAsync(
        RecordRatingInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var now = time.GetUtcNow();
                var draft = new RatingDraft(
                    input.ClientId,
                    input.ExternalReference ?? FactReference.New(now),
                    input.OccurredOn,
                    input.Place,
                    input.Stars,
                    input.IsSpam,
                    input.Url,
                    input.ChannelId
                );
                var checks = new InputChecks();
                draft.Check(checks);
                if (!checks.Passed)
                    return checks.Refuse<Rating>();
                return (await RatingIntake.StoreAsync(session, [draft], now, token))[0].AsFieldResult();
            },
            cancellationToken
        );
}
