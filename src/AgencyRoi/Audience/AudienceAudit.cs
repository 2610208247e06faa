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

namespace AgencyRoi.Audience;

/// <summary>As somebody states it, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal sealed record AudienceAuditDraft(
    Guid ClientId,
    string ExternalReference,
    Guid ChannelId,
    DateOnly OccurredOn,
    decimal GrossFollowers,
    decimal Sample,
    decimal Inauthentic,
    string Tool,
    string Source
)
{
    public void Check(InputChecks checks)
    {
        checks.Day(OccurredOn, "occurredOn");
        checks.Text(ExternalReference, "externalReference");
        checks.Quantity(GrossFollowers, "grossFollowers");
        checks.Quantity(Sample, "sample");
        checks.Quantity(Inauthentic, "inauthentic");
        checks.Require(Sample > 0, "sample", "At least one account is looked at.");
        checks.Require(Inauthentic <= Sample, "inauthentic", "Not more accounts are fake than were looked at.");
        checks.Text(Tool, "tool");
        checks.Text(Source, "source", longest: 2000);
    }
}

/// <summary>Accounts of a channel's audience that somebody looked at. Followers have no value of their own: the real part scales what rests on reach.</summary>
[TenantOwned]
[Node]
internal sealed class AudienceAudit : IVersioned
{
    private AudienceAudit() { }

    [GraphQLIgnore]
    public Guid TenantId { get; private init; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public Guid ClientId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public Guid ChannelId { get; private set; }

    /// <summary>The day of the audit, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>Accounts that follow, as the network says.</summary>
    public decimal GrossFollowers { get; private set; }

    /// <summary>Accounts that were looked at.</summary>
    public decimal Sample { get; private set; }

    /// <summary>Those of them that are fake or inactive.</summary>
    public decimal Inauthentic { get; private set; }

    /// <summary>What they were looked at with.</summary>
    public string Tool { get; private set; } = "";

    /// <summary>Where the result is kept.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>Goes up with each change.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    public static AudienceAudit Record(Guid tenantId, AudienceAuditDraft draft, DateTimeOffset now)
    {
        var made = new AudienceAudit
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
    public bool Revise(AudienceAuditDraft draft, DateTimeOffset now)
    {
        if (
            new AudienceAuditDraft(ClientId, ExternalReference, ChannelId, OccurredOn, GrossFollowers, Sample, Inauthentic, Tool, Source)
            == draft
        )
            return false;
        Take(draft, now);
        return true;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<AudienceAudit>(row =>
        {
            row.ToTable("audience_audits", "app");
            row.HasTenantKey();
            row.Property(each => each.GrossFollowers).HasPrecision(20, 4);
            row.Property(each => each.Sample).HasPrecision(20, 4);
            row.Property(each => each.Inauthentic).HasPrecision(20, 4);
            row.RefersTo<AudienceAudit, Client>(each => each.ClientId);
            row.RefersWithinClientTo<AudienceAudit, Channel>(each => each.ChannelId);
        });

    private void Take(AudienceAuditDraft draft, DateTimeOffset now)
    {
        ChannelId = draft.ChannelId;
        OccurredOn = draft.OccurredOn;
        GrossFollowers = draft.GrossFollowers;
        Sample = draft.Sample;
        Inauthentic = draft.Inauthentic;
        Tool = draft.Tool;
        Source = draft.Source;
        UpdatedAt = now;
    }
}

internal static class AudienceAuditIntake
{
    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<AudienceAudit>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<AudienceAuditDraft> drafts,
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
            .Db.Set<AudienceAudit>()
            .Where(row => clients.Contains(row.ClientId) && references.Contains(row.ExternalReference))
            .ToDictionaryAsync(row => (row.ClientId, row.ExternalReference), cancellationToken);
        FactResult<AudienceAudit>[] results = [.. drafts.Select(Take)];
        return await session.TrySaveAsync(cancellationToken) is { } refused
            ? [.. drafts.Select(_ => FactResult<AudienceAudit>.Refused(refused))]
            : results;

        FactResult<AudienceAudit> Take(AudienceAuditDraft draft)
        {
            if (!mine.Contains(draft.ClientId))
                return FactResult<AudienceAudit>.Refused(NotFoundError.Of("client", "clientId"));
            if (known.TryGetValue((draft.ClientId, draft.ExternalReference), out var row))
                return new(row.Revise(draft, now) ? FactChange.Updated : FactChange.Unchanged, row, null);
            session.Db.Add(row = AudienceAudit.Record(session.TenantId, draft, now));
            return new(FactChange.Created, row, null);
        }
    }
}

/// <summary>An audit of a channel's audience.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="ChannelId">The client's channel.</param>
/// <param name="OccurredOn">The day of the audit, in the client's time zone.</param>
/// <param name="GrossFollowers">Accounts that follow, as the network says.</param>
/// <param name="Sample">Accounts that were looked at.</param>
/// <param name="Inauthentic">Those of them that are fake or inactive.</param>
/// <param name="Tool">What they were looked at with.</param>
/// <param name="Source">Where the result is kept.</param>
/// <param name="ExternalReference">Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</param>
internal sealed record RecordAudienceAuditInput(
    [property: ID<Client>] Guid ClientId,
    [property: ID<Channel>] Guid ChannelId,
    DateOnly OccurredOn,
    decimal GrossFollowers,
    decimal Sample,
    decimal Inauthentic,
    string Tool,
    string Source,
    string? ExternalReference = null
);

[MutationType]
internal static class RecordAudienceAudit
{
    /// <summary>Records how many of the accounts that were looked at are fake or inactive. Safe to send twice with an external reference.</summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    [Error<ConflictError>]
    public static Task<FieldResult<AudienceAudit>> RecordAudienceAuditAsync(
        RecordAudienceAuditInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async (session, token) =>
            {
                var now = time.GetUtcNow();
                var draft = new AudienceAuditDraft(
                    input.ClientId,
                    input.ExternalReference ?? FactReference.New(now),
                    input.ChannelId,
                    input.OccurredOn,
                    input.GrossFollowers,
                    input.Sample,
                    input.Inauthentic,
                    input.Tool,
                    input.Source
                );
                var checks = new InputChecks();
                draft.Check(checks);
                if (!checks.Passed)
                    return checks.Refuse<AudienceAudit>();
                return (await AudienceAuditIntake.StoreAsync(session, [draft], now, token))[0].AsFieldResult();
            },
            cancellationToken
        );
}
