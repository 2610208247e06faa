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

/// <summary>Something that was seen of a client. It is worth no money by itself: it is stored, corrected and retracted like any fact, and never posted.</summary>
internal abstract class Observation : Fact
{
    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; protected set; }

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>Goes up with each change; given back in an update to tell that nobody else changed it in between.</summary>
    public override long Version { get; protected init; } = 1;

    /// <summary>How often its content has been stated: 1 at first, more after each correction.</summary>
    public int Revision { get; protected set; } = 1;

    /// <summary>When it was taken back; null while it counts.</summary>
    public DateTimeOffset? RetractedAt { get; protected set; }

    /// <summary>Takes it back: it enters no figure any more, the row stays. Twice changes nothing.</summary>
    public void Retract(DateTimeOffset now)
    {
        if (RetractedAt is not null)
            return;
        NextRevision(now);
        RetractedAt = now;
    }

    /// <summary>It says something else now; one that was taken back counts again.</summary>
    protected void StateAnew(DateTimeOffset now)
    {
        NextRevision(now);
        RetractedAt = null;
    }

    private void NextRevision(DateTimeOffset now)
    {
        Revision++;
        UpdatedAt = now;
    }
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

    /// <summary>Whether it counts and says just this.</summary>
    public bool Says(TDraft draft) => RetractedAt is null && Statement() == draft;

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(TDraft draft, DateTimeOffset now)
    {
        TakeAll(draft);
        StateAnew(now);
    }

    /// <summary>What it says now.</summary>
    internal abstract TDraft Statement();

    /// <summary>Takes over what only this kind says.</summary>
    protected abstract void Take(TDraft draft);

    private void TakeAll(TDraft draft)
    {
        OccurredOn = draft.OccurredOn;
        Take(draft);
    }
}
