using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>How far a month of a client has come.</summary>
internal enum PeriodState
{
    /// <summary>It was never closed.</summary>
    Open,

    /// <summary>It was closed at least once, and the client's people see nothing of it.</summary>
    Closed,

    /// <summary>The client's people see one of its editions.</summary>
    Published,
}

/// <summary>A month of a client, with its closings and publications.</summary>
/// <param name="lastEdition">The edition of its latest entry; null: it has none.</param>
internal sealed class ClientPeriod(
    ClientId clientId,
    DateOnly month,
    int? lastEdition,
    IReadOnlyList<Closing> closings,
    IReadOnlyList<PeriodPublication> publications
) : IOfClient
{
    /// <summary>The client.</summary>
    [ID<Client>]
    public ClientId ClientId => clientId;

    /// <summary>The first day of the month.</summary>
    public DateOnly Month => month;

    /// <summary>How far it has come.</summary>
    public PeriodState State =>
        PublishedEdition is not null ? PeriodState.Published
        : closings.Count > 0 ? PeriodState.Closed
        : PeriodState.Open;

    /// <summary>Its closings, the latest first.</summary>
    public IReadOnlyList<Closing> Closings => closings;

    /// <summary>Whether entries came since it was last closed: closing it again would report something else.</summary>
    public bool ChangedSinceClosing => closings.Count > 0 && lastEdition > closings[0].Edition;

    /// <summary>The edition that the client's people see; null: none.</summary>
    public int? PublishedEdition => publications.Count > 0 ? publications[0].Edition : null;

    /// <summary>Each time it was published or taken back, the latest first.</summary>
    public IReadOnlyList<PeriodPublication> Publications => publications;

    internal ClientPeriod After(PeriodPublication latest) => new(clientId, month, lastEdition, closings, [latest, .. publications]);
}

/// <summary>A month as it was closed.</summary>
/// <param name="Edition">0 at the first closing of the month, and one more each time.</param>
/// <param name="LedgerVersion">The posting of the client's ledger up to which it counts.</param>
/// <param name="Sha256">The hash of its document, 64 hexadecimal digits in lower case.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="ClosedBy">Who closed it.</param>
[GraphQLName("PeriodClosing")]
internal sealed record Closing(int Edition, long LedgerVersion, string Sha256, DateTimeOffset ClosedAt, string ClosedBy);

/// <summary>The publication of a month to the client's people, or its withdrawal.</summary>
/// <param name="Edition">The edition that was published; null: the month was taken back.</param>
/// <param name="PublishedAt">When it happened.</param>
/// <param name="PublishedBy">Who did it.</param>
internal sealed record PeriodPublication(int? Edition, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>A month that was published to the client.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Edition">Which of its closings is shown.</param>
/// <param name="PublishedAt">Since when.</param>
[Portal]
internal sealed record PublishedPeriod(DateOnly Month, int Edition, DateTimeOffset PublishedAt);
