using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>An observation as somebody states it.</summary>
internal abstract record ObservationStatement : ClientStatement
{
    /// <summary>The day, in the client's time zone.</summary>
    [InFile("The day, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    public sealed override DateOnly Day => OccurredOn;

    public sealed override void Check(FactChecks checks)
    {
        checks.Happened(OccurredOn, "occurredOn");
        checks.OwnKey(ExternalReference);
        CheckContent(checks);
    }

    /// <summary>What only this kind asks.</summary>
    protected abstract void CheckContent(InputChecks checks);
}

/// <summary>Something that was seen of a client. It is worth no money by itself: it is stored, corrected and retracted like any fact, and never posted.</summary>
internal abstract class Observation<TSelf, TStatement> : StatedFact<TSelf, TStatement>
    where TSelf : Observation<TSelf, TStatement>, new()
    where TStatement : ObservationStatement
{
    /// <summary>The day, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; protected set; }

    /// <summary>Its key in another system, unique for the client; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";
}
