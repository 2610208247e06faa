using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>An observation as somebody states it, by mutation or in a file. Two statements that are equal say the same.</summary>
internal abstract record ObservationStatement(Guid ClientId, string ExternalReference, DateOnly OccurredOn)
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

/// <summary>An observation that is stated as a <typeparamref name="TStatement"/>.</summary>
internal abstract class Observation<TStatement> : Observation
    where TStatement : ObservationStatement
{
    public static T Record<T>(Guid tenantId, TStatement statement, DateTimeOffset now)
        where T : Observation<TStatement>, new()
    {
        var made = New<T>(tenantId, statement.ClientId, statement.ExternalReference, now);
        made.TakeAll(statement);
        return made;
    }

    /// <summary>Whether it counts and says just this.</summary>
    public bool Says(TStatement statement) => RetractedAt is null && Statement() == statement;

    /// <summary>States it anew; one that was taken back counts again.</summary>
    public void Revise(TStatement statement, DateTimeOffset now)
    {
        TakeAll(statement);
        StateAnew(now);
    }

    /// <summary>What it says now.</summary>
    internal abstract TStatement Statement();

    /// <summary>Takes over what only this kind says.</summary>
    protected abstract void Take(TStatement statement);

    private void TakeAll(TStatement statement)
    {
        OccurredOn = statement.OccurredOn;
        Take(statement);
    }
}
