using AgencyRoi.Clients;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.Facts;

/// <summary>An observation as somebody states it, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal abstract record ObservationDraft(Guid ClientId, string ExternalReference, DateOnly OccurredOn)
{
    public void Check(InputChecks checks)
    {
        checks.Day(OccurredOn, "occurredOn");
        checks.Text(ExternalReference, "externalReference");
        CheckContent(checks);
    }

    /// <summary>What only this kind asks.</summary>
    protected abstract void CheckContent(InputChecks checks);
}

/// <summary>Something that was seen of a client. It is worth no money by itself, so it is stored and corrected and never posted.</summary>
internal abstract class Observation : IVersioned
{
    [GraphQLIgnore]
    public Guid TenantId { get; protected set; }

    /// <summary>The id of its client.</summary>
    [ID<Client>]
    public Guid ClientId { get; protected set; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; protected set; }

    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; protected set; }

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public string ExternalReference { get; protected set; } = "";

    /// <summary>Goes up with each change.</summary>
    public long Version { get; private init; } = 1;

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; protected set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; protected set; }
}

/// <summary>An observation that is stated as a <typeparamref name="TDraft"/>.</summary>
internal abstract class Observation<TDraft> : Observation
    where TDraft : ObservationDraft
{
    public static T Record<T>(Guid tenantId, TDraft draft, DateTimeOffset now)
        where T : Observation<TDraft>, new()
    {
        var made = new T
        {
            TenantId = tenantId,
            ClientId = draft.ClientId,
            Id = Guid.CreateVersion7(now),
            ExternalReference = draft.ExternalReference,
            CreatedAt = now,
        };
        made.TakeAll(draft, now);
        return made;
    }

    /// <summary>False: that is what it says already.</summary>
    public bool Revise(TDraft draft, DateTimeOffset now)
    {
        if (Statement() == draft)
            return false;
        TakeAll(draft, now);
        return true;
    }

    /// <summary>What it says now.</summary>
    protected abstract TDraft Statement();

    /// <summary>Takes over what only this kind says.</summary>
    protected abstract void Take(TDraft draft);

    private void TakeAll(TDraft draft, DateTimeOffset now)
    {
        OccurredOn = draft.OccurredOn;
        Take(draft);
        UpdatedAt = now;
    }
}
