using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>An observation as somebody states it, by mutation or in a file. Two drafts that are equal say the same.</summary>
internal abstract record ObservationDraft(Guid ClientId, string ExternalReference, DateOnly OccurredOn)
{
    public void Check(FactChecks checks)
    {
        checks.Happened(OccurredOn, "occurredOn");
        checks.OwnKey(ExternalReference);
        CheckContent(checks);
    }

    /// <summary>What only this kind asks.</summary>
    protected abstract void CheckContent(InputChecks checks);
}

/// <summary>Something that was seen of a client. It is worth no money by itself, so it is stored and corrected and never posted.</summary>
internal abstract class Observation : Fact
{
    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; protected set; }

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>Goes up with each change.</summary>
    public override long Version { get; protected init; } = 1;
}

/// <summary>An observation that is stated as a <typeparamref name="TDraft"/>.</summary>
internal abstract class Observation<TDraft> : Observation
    where TDraft : ObservationDraft
{
    public static T Record<T>(Guid tenantId, TDraft draft, DateTimeOffset now)
        where T : Observation<TDraft>, new()
    {
        var made = New<T>(tenantId, draft.ClientId, draft.ExternalReference, now);
        made.TakeAll(draft);
        return made;
    }

    public bool Says(TDraft draft) => Statement() == draft;

    public void Revise(TDraft draft, DateTimeOffset now)
    {
        TakeAll(draft);
        UpdatedAt = now;
    }

    /// <summary>What it says now.</summary>
    protected abstract TDraft Statement();

    /// <summary>Takes over what only this kind says.</summary>
    protected abstract void Take(TDraft draft);

    private void TakeAll(TDraft draft)
    {
        OccurredOn = draft.OccurredOn;
        Take(draft);
    }
}
